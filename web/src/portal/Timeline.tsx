/** What happened, newest first, in plain sentences. */
import { useTranslation } from 'react-i18next';
import type { TimelineRow } from '../api/model.js';
import { momentText } from '../shared/time.js';

/** Steps of machines and openings of tasks are noise to a person who waits. */
const SHOWN = new Set(['task-completed', 'state', 'incident', 'ended', 'activity-done', 'started']);

function sentence(row: TimelineRow): string {
  return row.text || [row.name, row.outcomeName].filter(Boolean).join('：');
}

interface Props {
  rows: TimelineRow[];
  /** Everything, as staff see it. */
  whole?: boolean;
}

export function Timeline({ rows, whole = false }: Props) {
  const { t } = useTranslation();
  const shown = rows.filter((row) => whole || SHOWN.has(row.kind)).toReversed();
  if (shown.length === 0) return <p className="muted">{t('case.nothing-yet')}</p>;
  return (
    <ol className="timeline">
      {shown.map((row, index) => (
        <li key={`${row.at}-${row.kind}-${index}`} data-kind={index === 0 ? 'latest' : 'earlier'}>
          <time dateTime={row.at}>{momentText(row.at)}</time>
          <div>{sentence(row)}</div>
          {(row.department ?? row.person) && (
            <div className="small muted">
              {[row.department, row.person].filter(Boolean).join(' · ')}
            </div>
          )}
          {row.opinion && <p className="timeline-opinion small">{row.opinion}</p>}
        </li>
      ))}
    </ol>
  );
}
