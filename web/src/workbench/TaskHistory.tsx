import { useTranslation } from 'react-i18next';
import type { TaskHistoryEntry } from '../api/model.js';
import { momentText } from '../shared/time.js';

/** What was done with the task so far, the latest first. */
export function TaskHistory({ operations }: { operations: TaskHistoryEntry[] }) {
  const { t } = useTranslation();
  if (operations.length === 0) return null;
  return (
    <details className="operations">
      <summary>{t('bench.operations', { count: operations.length })}</summary>
      <ol className="timeline" data-testid="operations">
        {operations.toReversed().map((one, index) => (
          <li key={`${one.at}-${index}`}>
            <time dateTime={one.at}>{momentText(one.at)}</time>
            <div>
              {one.person}
              {one.inNameOf && t('bench.in-name-of', { name: one.inNameOf })}{' '}
              {t(`operation.${one.verb}`, { defaultValue: one.verb })}
              {one.to.length > 0 && ` → ${one.to.join('、')}`}
              {one.outcome && `：${one.outcome}`}
            </div>
            {one.opinion && <p className="timeline-opinion small">{one.opinion}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
