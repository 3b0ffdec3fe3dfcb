/** For whom a draft is filled in, at a window or by authorisation; nothing where somebody applies for themselves. */
import { useTranslation } from 'react-i18next';
import type { Draft } from '../api/model.js';
import { dateText, momentText } from '../shared/time.js';
import { Notice } from '../shared/ui.js';

function Authorised({ onBehalf }: { onBehalf: NonNullable<Draft['onBehalf']> }) {
  const { t } = useTranslation();
  const { name, to, counts } = onBehalf;
  return (
    <Notice
      tone={counts ? 'info' : 'warning'}
      title={t('authorisation.applying-for', { name })}
      testId="for-whom"
    >
      <p>{t(counts ? 'authorisation.until' : 'authorisation.is-over', { day: dateText(to) })}</p>
    </Notice>
  );
}

export function ForWhom({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const { entry, onBehalf } = draft;
  if (onBehalf) return <Authorised onBehalf={onBehalf} />;
  if (!entry) return null;
  return (
    <Notice
      tone={entry.late ? 'warning' : 'info'}
      title={t('window.for', { name: entry.applicantName })}
      testId="for-whom"
    >
      <p>
        {t(entry.late ? 'window.received-late' : 'window.received', {
          time: momentText(entry.receivedAt),
        })}
        {entry.queueNumber && ` · ${t('window.queue-number', { number: entry.queueNumber })}`}
      </p>
    </Notice>
  );
}
