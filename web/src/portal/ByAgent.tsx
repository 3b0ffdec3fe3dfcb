/** Who handed a case in for whom; nothing where somebody applied for themselves. */
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../api/model.js';
import { dateText } from '../shared/time.js';

export function ByAgent({ one }: { one: Pick<CaseDetail, 'agent' | 'applicantName'> }) {
  const { t } = useTranslation();
  const { agent, applicantName } = one;
  if (!agent) return null;
  const names = { applicant: applicantName, agent: agent.name };
  return (
    <p data-testid="by-agent">
      <span className="tag">{t('authorisation.tag')}</span>{' '}
      {t(agent.authorised ? 'authorisation.case-by' : 'authorisation.case-by-office', names)}
      {agent.to && (
        <span className="muted">
          {' · '}
          {t(agent.counts ? 'authorisation.until' : 'authorisation.is-over', {
            day: dateText(agent.to),
          })}
        </span>
      )}
    </p>
  );
}
