/** What the lint found, at once while drawing; a click leads to the element. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Finding } from '../api/model.js';
import { worstFirst } from './severity.js';

interface Props {
  findings: Finding[] | null;
  /** The rule says which property of it. */
  onShow: (element: string, rule: string) => void;
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

/** In the language of the page; where there are only the platform's own words, those. */
function Message({ finding: { rule, message } }: { finding: Finding }) {
  const { i18n } = useTranslation();
  const english = useQuery({
    queryKey: ['english-findings'],
    queryFn: async () => (await import('./englishFindings.js')).englishFindings,
    enabled: i18n.language === 'en',
    staleTime: Infinity,
  });
  const said = i18n.language === 'en' ? english.data?.get(rule) : undefined;
  if (said) return <span title={message}>{said}</span>;
  return <span lang="zh">{message}</span>;
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
              onClick={() => finding.element && onShow(finding.element, finding.rule)}
            >
              <span className={`tag ${TAGS[finding.severity] ?? ''}`}>
                {t(`designer.${finding.severity}`)}
              </span>{' '}
              <Message finding={finding} />{' '}
              {finding.element && <span className="muted small">{finding.element}</span>}
            </button>
            <Further finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  );
}
