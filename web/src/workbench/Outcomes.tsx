import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../api/model.js';

interface Props {
  task: TaskDetail;
  value: string | undefined;
  onChange: (outcome: string) => void;
}

/** The answers a task may have; each has a digit as its key. */
export function Outcomes({ task, value, onChange }: Props) {
  const { t } = useTranslation();
  if (task.outcomes.length === 0) return null;
  return (
    <fieldset className="outcomes">
      <legend>{t('bench.outcome')}</legend>
      {task.outcomes.map((outcome, index) => (
        <label className="outcome" key={outcome.id}>
          <input
            type="radio"
            name="outcome"
            value={outcome.id}
            checked={value === outcome.id}
            data-testid={`outcome-${outcome.id}`}
            onChange={() => onChange(outcome.id)}
          />
          {outcome.name}
          <kbd>{index + 1}</kbd>
        </label>
      ))}
    </fieldset>
  );
}
