/** Choosing a file, sending it with progress, and taking it away again. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress, LARGEST_FILE, uploadFile } from '../../api/files.js';
import type { DraftFile, StoredFile } from '../../api/model.js';
import { sizeText } from '../time.js';
import { ErrorNotice } from '../ui.js';

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.docx,.ofd';

interface Props {
  /** Material's code, makes the input's id. */
  code: string;
  label: string;
  files: string[];
  /** What is known of files that were sent in an earlier visit. */
  known?: readonly DraftFile[];
  onChange: (files: string[]) => void;
}

/** Files sent in this visit; of what nobody knows the number stands in for the name. */
const sent = new Map<string, StoredFile>();

interface RowProps {
  id: string;
  index: number;
  known: DraftFile | undefined;
  remove: () => void;
}

function FileRow({ id, index, known, remove }: RowProps) {
  const { t } = useTranslation();
  const { data: justSent } = useQuery({
    queryKey: ['file', id],
    queryFn: () => sent.get(id) ?? null,
    staleTime: Infinity,
  });
  const data = justSent ?? known;
  const name = data?.name ?? t('upload.file', { number: index + 1 });
  return (
    <div className="file">
      <a href={fileAddress(id)} target="_blank" rel="noreferrer">
        {name}
      </a>
      {data && <span className="small muted">{sizeText(data.size)}</span>}
      <button
        type="button"
        className="button button-link button-small"
        onClick={remove}
        aria-label={t('upload.remove-named', { name })}
      >
        {t('form.remove')}
      </button>
    </div>
  );
}

export function Upload({ code, label, files, known, onChange }: Props) {
  const { t } = useTranslation();
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setError(null);
    if (file.size > LARGEST_FILE) {
      setError(new Error('too-large'));
      return;
    }
    setShare(0);
    try {
      const stored = await uploadFile(file, setShare);
      sent.set(stored.id, stored);
      onChange([...files, stored.id]);
    } catch (problem) {
      setError(problem);
    } finally {
      setShare(null);
    }
  };
  const tooLarge = error instanceof Error && error.message === 'too-large';
  return (
    <div className="stack" style={{ ['--gap' as string]: '.5rem' }}>
      {files.map((id, index) => (
        <FileRow
          key={id}
          id={id}
          index={index}
          known={known?.find((one) => one.id === id)}
          remove={() => onChange(files.filter((other) => other !== id))}
        />
      ))}
      {share !== null && (
        <progress
          className="progress"
          max={1}
          value={share}
          aria-label={t('upload.progress', { name: label })}
        />
      )}
      {tooLarge ? (
        <p className="field-error">{t('upload.too-large')}</p>
      ) : (
        <ErrorNotice error={error} />
      )}
      <span className="upload">
        <input
          type="file"
          id={`upload-${code}`}
          data-testid={`upload-${code}`}
          accept={ACCEPTED}
          aria-label={t('upload.choose-for', { name: label })}
          disabled={share !== null}
          onChange={(event) => {
            void send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <span className="button button-quiet button-small" aria-hidden="true">
          {t(files.length > 0 ? 'upload.another' : 'upload.choose')}
        </span>
      </span>
    </div>
  );
}
