/** What the lint found, at once while drawing; a click leads to the element. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Finding } from '../api/model.js';
import { worstFirst } from './severity.js';

interface Props {
  findings: Finding[] | null;
  onShow: (element: string) => void;
}

const TAGS: Record<string, string> = { error: 'tag-danger', warning: 'tag-warning' };

/** What stands in a file, where it is long, and the way to give foreign work to an adapter. */
function Further({ finding: { rule, attribute, text } }: { finding: Finding }) {
  const { t } = useTranslation();
  if (!text) return null;
  const kind = (attribute ?? '').replace(/^taskDefinition\./, '');
  return (
    <>
      {rule === 'work-unbound' && (
        <Link to={`/adapter-bindings?${new URLSearchParams({ kind, name: text }).toString()}`}>
          {t('binding.choose')}
        </Link>
      )}
      {text.length > 80 && (
        <details>
          <summary>{t('designer.content')}</summary>
          <pre>{text}</pre>
        </details>
      )}
    </>
  );
}

export function Findings({ findings, onShow }: Props) {
  const { t } = useTranslation();
  const count = (severity: string) =>
    findings?.filter((finding) => finding.severity === severity).length ?? 0;
  const title =
    findings === null
      ? t('designer.checking')
      : findings.length === 0
        ? t('designer.clean')
        : t('designer.found', {
            errors: count('error'),
            warnings: count('warning'),
            infos: count('info'),
          });
  return (
    <section
      className="designer-findings"
      aria-label={t('designer.findings')}
      data-testid="findings"
    >
      <h2>
        <span role="status">{title}</span>
      </h2>
      <ul>
        {worstFirst(findings ?? []).map((finding, index) => (
          <li key={`${finding.rule}-${finding.element ?? ''}-${index}`}>
            <button
              type="button"
              disabled={!finding.element}
              onClick={() => finding.element && onShow(finding.element)}
            >
              <span className={`tag ${TAGS[finding.severity] ?? ''}`}>
                {t(`designer.${finding.severity}`)}
              </span>{' '}
              {finding.message}{' '}
              {finding.element && <span className="muted small">{finding.element}</span>}
            </button>
            <Further finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  );
}
