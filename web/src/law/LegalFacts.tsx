/** A case's dates in law, for people: what began when, and until when what has to be done. */
import { useTranslation } from 'react-i18next';
import type { LegalStanding } from '../api/model.js';
import { dateText, dueText, momentText } from '../shared/time.js';
import { Notice } from '../shared/ui.js';

export function LegalFacts({ law }: { law: LegalStanding }) {
  const { t } = useTranslation();
  const rows: [string, string | null][] = [
    [t('law.received'), law.receivedAt && momentText(law.receivedAt)],
    [t('law.acceptance-due'), law.acceptanceDueAt && dueText(law.acceptanceDueAt)],
    [t(law.deemed ? 'law.deemed' : 'law.accepted'), law.acceptedAt && dateText(law.acceptedAt)],
    [t('law.due'), law.dueAt && dueText(law.dueAt)],
    [t('law.promised'), law.promisedDueAt && dueText(law.promisedDueAt)],
    [
      t('law.extension'),
      law.extensionDays > 0 ? t('law.extension-days', { days: law.extensionDays }) : null,
    ],
    [t('law.hearing-on'), law.hearingOn && dateText(law.hearingOn)],
    [t('law.forwarded'), law.forwardedAt && momentText(law.forwardedAt)],
    [t('law.renewal-due'), law.renewalDueAt && dueText(law.renewalDueAt)],
    [t(law.renewedByLaw ? 'law.renewed' : 'law.decided'), law.decidedAt && dateText(law.decidedAt)],
    [t('law.deliver-due'), law.deliveredAt ? null : law.deliverDueAt && dueText(law.deliverDueAt)],
    [t('law.delivered'), law.deliveredAt && dateText(law.deliveredAt)],
  ];
  return (
    <dl className="facts">
      {rows.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

const TONES = { green: 'success', warning: 'warning', red: 'danger', none: 'neutral' } as const;

/** Periods beside the case's own clock; the agency's are lit. */
export function LegalPeriods({ law }: { law: LegalStanding }) {
  const { t } = useTranslation();
  if (law.periods.length === 0) return null;
  return (
    <section data-testid="legal-periods">
      <h3>{t('law.periods')}</h3>
      <ul className="plain-list">
        {law.periods.map(({ period, due, done, late, light, article, whose }) => (
          <li key={period} data-period={period} data-light={light}>
            <strong>{t(`law.period.${period}`)}</strong>{' '}
            {due ? t('law.period-due', { date: dueText(due) }) : t('law.period-unknown')}{' '}
            {done && (
              <span className="muted">{t('law.period-done', { date: dateText(done) })}</span>
            )}{' '}
            {late && <span className="tag tag-danger">{t('law.period-late')}</span>}
            {!late && light !== 'none' && (
              <span className={`tag tag-${TONES[light]}`}>{t(`law.period-light-${light}`)}</span>
            )}{' '}
            <span className="small muted">
              {t(`law.whose-${whose}`)} · {article}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why the clock is not what one would expect, in plain words. */
export function LegalWords({ law }: { law: LegalStanding }) {
  const { t } = useTranslation();
  const pause = law.pauses.find(({ to }) => to === null);
  const words = [
    law.deemed && t('law.deemed-why'),
    law.renewedByLaw && t('law.renewed-why'),
    law.extensionDays > 0 && t('law.extended-why', { days: law.extensionDays }),
    law.state === 'forwarded' && law.forwardedAt !== null && t('law.forwarded-why'),
    law.state === 'suspended' && t('law.suspended-why'),
    law.calendarPending && t('law.pending'),
  ].filter((word) => word !== false);
  const ground = pause && t(`law.pause.${pause.reason}`, { defaultValue: pause.reasonName });
  return (
    <>
      {pause && ground && (
        <Notice tone="warning" title={t('law.paused', { reason: ground })} testId="law-paused">
          <p>{t('law.paused-why', { reason: ground })}</p>
          <p className="small">
            {[t('law.paused-since', { time: momentText(pause.from) }), pause.article]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </Notice>
      )}
      {words.map((word) => (
        <p key={word} className="muted">
          {word}
        </p>
      ))}
    </>
  );
}
