/** What others have written in the same case, beside what one decides: the latest first. */
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../api/model.js';
import { momentText } from '../shared/time.js';

const SHOWN = 5;

export function EarlierOpinions({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  // Those who signed for this very task stand with their signatures.
  const signed = new Set(
    task.signOffs.flatMap(({ members }) => members.map(({ opinion }) => opinion)),
  );
  const said = task.case.timeline
    .filter(({ kind, opinion }) => kind === 'task-completed' && opinion && !signed.has(opinion))
    .toReversed();
  if (said.length === 0) return null;
  return (
    <section data-testid="earlier-opinions">
      <h3>{t('bench.earlier-opinions')}</h3>
      <ul className="plain-list">
        {said.slice(0, SHOWN).map(({ at, name, outcomeName, person, department, opinion }) => (
          <li key={`${at} ${name}`}>
            <strong>{[name, outcomeName].filter(Boolean).join('：')}</strong>
            <p className="timeline-opinion small">{opinion}</p>
            <span className="small muted">
              {[department, person, momentText(at)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
