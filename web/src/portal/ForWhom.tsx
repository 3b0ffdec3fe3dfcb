/** For whom a window fills a draft in; nothing where somebody applies for themselves. */
import { useTranslation } from 'react-i18next';
import type { Draft } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Notice } from '../shared/ui.js';

export function ForWhom({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const { entry } = draft;
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
