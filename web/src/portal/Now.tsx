/** Where the matter stands: which steps wait, and at whom. */
import { useTranslation } from 'react-i18next';
import type { CaseDetail, TimelineRow } from '../api/model.js';
import { useEnglish } from '../shared/english.js';

const CLOSES = new Set(['task-completed', 'task-cancelled']);

/** Steps that were opened and not yet closed, by the timeline; the applicant's own are told apart. */
export function openSteps(rows: TimelineRow[]): TimelineRow[] {
  const open: TimelineRow[] = [];
  for (const row of rows) {
    if (row.kind === 'task-opened') open.push(row);
    if (!CLOSES.has(row.kind)) continue;
    const at = open.findIndex((one) => one.element === row.element);
    if (at >= 0) open.splice(at, 1);
  }
  return open.filter((row) => row.department !== null);
}

export function Now({ family }: { family: CaseDetail[] }) {
  const { t } = useTranslation();
  const say = useEnglish();
  const waiting = family
    .filter((one) => !one.ended)
    .flatMap((one) => openSteps(one.timeline).map((row) => ({ one, row })));
  if (waiting.length === 0) return null;
  return (
    <section className="card" data-testid="now">
      <h2>{t('case.now')}</h2>
      <ul className="plain-list">
        {waiting.map(({ one, row }, index) => (
          <li key={`${one.number}-${row.element ?? ''}-${index}`}>
            <strong>{row.name}</strong>
            <div className="small muted">
              {family.length > 1 && one.parent ? `${say(one.item.name)} · ` : ''}
              {row.department}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
