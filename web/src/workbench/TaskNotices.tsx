import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Notice } from '../shared/ui.js';

/** What is special about the task now: whose it is, who waits for whom, who urged. */
export function TaskNotices({ task, me }: { task: TaskDetail; me: string }) {
  const { t } = useTranslation();
  const delegated = task.delegator;
  return (
    <>
      {task.actingAs && <Notice>{t('bench.acting-as', { name: task.actingAs.name })}</Notice>}
      {task.urgedTimes > 0 && task.state === 'open' && (
        <Notice tone="warning" testId="urged">
          {t('bench.urged', { count: task.urgedTimes, time: momentText(task.urgedAt) })}
        </Notice>
      )}
      {delegated && delegated.id === me && task.assignee?.id !== me && (
        <Notice>{t('bench.delegated-to', { name: task.assignee?.name })}</Notice>
      )}
      {delegated && task.assignee?.id === me && (
        <Notice>{t('bench.delegated-by', { name: delegated.name })}</Notice>
      )}
      {task.waiting && task.state === 'open' && (
        <Notice tone="warning">{t(`bench.waiting-${task.waiting}`)}</Notice>
      )}
    </>
  );
}
