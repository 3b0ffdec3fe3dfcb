/** 审管联动 of a case: handed over, signed for, and what came back. */
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../api/model.js';
import { regulationFacts } from './regulationFacts.js';
import { dateText } from './time.js';

export function Regulation({ regulation }: Pick<CaseDetail, 'regulation'>) {
  const { t } = useTranslation();
  if (!regulation) return null;
  const { handedOverOn, receivedOn, claimUntil, claimedOn } = regulation;
  const rows: [string, string | null][] = [
    [t('regulation.handed-over'), dateText(handedOverOn)],
    [t('regulation.received'), receivedOn ? dateText(receivedOn) : t('regulation.unreceived')],
    [t('regulation.claim-until'), !claimedOn && claimUntil ? dateText(claimUntil) : null],
    ...regulationFacts(regulation, t),
  ];
  return (
    <section className="card" data-testid="regulation">
      <h2>{t('regulation.title')}</h2>
      <dl className="answers">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
