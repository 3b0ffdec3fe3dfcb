/** One material after the other beside what is decided, without leaving the page. */
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress, viewAddress } from '../api/files.js';
import { Loading } from '../shared/ui.js';
import type { Material } from './usePreview.js';

const OfdPages = lazy(() => import('./ofd/OfdPages.js'));

const ENDING = /\.([a-z]+)$/i;

/** What the browser shows by itself, and what is drawn for it. */
function kindOf({ fileName }: Material): 'pdf' | 'picture' | 'ofd' | null {
  const ending = ENDING.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  if (ending === 'pdf' || ending === 'ofd') return ending;
  return ['png', 'jpg', 'jpeg'].includes(ending) ? 'picture' : null;
}

/** A viewer takes the focus as it opens, and with it the keys of the page; who points at it keeps it there. */
function takeFocusBack(): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLIFrameElement) || activeElement.matches(':hover')) return;
  activeElement.blur();
  window.focus();
}

interface Props {
  materials: Material[];
  at: number;
  onMove: (by: 1 | -1) => void;
  onClose: () => void;
}

export default function MaterialPreview({ materials, at, onMove, onClose }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    // When the window tells of it, the viewer does not have it yet.
    const later = () => void setTimeout(takeFocusBack);
    window.addEventListener('blur', later);
    return () => window.removeEventListener('blur', later);
  }, []);
  const material = materials[at];
  if (!material) return null;
  const name = material.fileName ?? t('upload.file', { number: at + 1 });
  const kind = kindOf(material);
  return (
    <section className="preview" aria-label={t('bench.preview')} data-testid="preview">
      <div className="row between">
        <strong aria-live="polite">
          {t('bench.preview-of', { at: at + 1, count: materials.length, name: material.name })}
        </strong>
        <span className="row">
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => onMove(-1)}
          >
            {t('bench.preview-back')} <kbd>[</kbd>
          </button>
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => onMove(1)}
          >
            {t('bench.preview-next')} <kbd>]</kbd>
          </button>
          <button type="button" className="button button-link button-small" onClick={onClose}>
            {t('bench.preview-close')} <kbd>q</kbd>
          </button>
        </span>
      </div>
      {kind === 'pdf' && (
        <iframe
          key={material.fileId}
          className="preview-frame"
          title={name}
          src={viewAddress(material.fileId)}
          onLoad={takeFocusBack}
        />
      )}
      {kind === 'picture' && (
        <div className="preview-frame">
          <img key={material.fileId} src={viewAddress(material.fileId)} alt={name} />
        </div>
      )}
      {kind === 'ofd' && (
        <Suspense fallback={<Loading />}>
          <OfdPages key={material.fileId} address={fileAddress(material.fileId)} name={name} />
        </Suspense>
      )}
      {kind === null && <p className="muted">{t('bench.preview-none')}</p>}
      <a href={fileAddress(material.fileId)} target="_blank" rel="noreferrer">
        {name}
      </a>
    </section>
  );
}
