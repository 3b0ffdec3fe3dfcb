/** What the lint found, at once while drawing; a click leads to the element. */
import { useTranslation } from 'react-i18next';
import type { Finding } from '../api/model.js';

interface Props {
  findings: Finding[] | null;
  onShow: (element: string) => void;
}

export function Findings({ findings, onShow }: Props) {
  const { t } = useTranslation();
  const errors = findings?.filter((finding) => finding.severity === 'error').length ?? 0;
  const title =
    findings === null
      ? t('designer.checking')
      : findings.length === 0
        ? t('designer.clean')
        : t('designer.found', { errors, warnings: findings.length - errors });
  return (
    <section
      className="designer-findings"
      aria-label={t('designer.findings')}
      data-testid="findings"
    >
      <h2 role="status">{title}</h2>
      <ul>
        {findings?.map((finding, index) => (
          <li key={`${finding.rule}-${finding.element ?? ''}-${index}`}>
            <button
              type="button"
              disabled={!finding.element}
              onClick={() => finding.element && onShow(finding.element)}
            >
              <span className={`tag tag-${finding.severity === 'error' ? 'danger' : 'warning'}`}>
                {t(`designer.${finding.severity}`)}
              </span>{' '}
              {finding.message}{' '}
              {finding.element && <span className="muted small">{finding.element}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
