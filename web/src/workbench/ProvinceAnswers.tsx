/** What the province's registers and systems said of a case, held against the form: source, time, agreement. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { ProvinceAnswer } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice } from '../shared/ui.js';

type Field = ProvinceAnswer['records'][number]['fields'][number];

const VERDICT_TONES: Record<Field['verdict'], string> = {
  agrees: 'tag-success',
  differs: 'tag-danger',
  blank: 'tag-warning',
  'only-there': 'tag-neutral',
};

const OUTCOME_TONES: Record<ProvinceAnswer['outcome'], string> = {
  answered: 'tag-success',
  nothing: 'tag-neutral',
  refused: 'tag-danger',
  away: 'tag-warning',
};

function Compared({ field }: { field: Field }) {
  const { t } = useTranslation();
  const { name, registered, filled, verdict } = field;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {registered}
        {verdict === 'differs' && (
          <p className="small">{t('province.filled', { field: field.field, filled })}</p>
        )}
      </dd>
      <dd>
        <span className={`tag ${VERDICT_TONES[verdict]}`}>{t(`province.verdict-${verdict}`)}</span>
      </dd>
    </div>
  );
}

function Answer({ answer }: { answer: ProvinceAnswer }) {
  const { t } = useTranslation();
  const { source, occasion, step, purpose, at, outcome, reason, attempts, records } = answer;
  const count = records.flatMap(({ fields }) => fields).filter((one) => one.verdict === 'differs');
  return (
    <details open={count.length > 0 || outcome === 'refused' || outcome === 'away'}>
      <summary>
        <strong>{source}</strong>{' '}
        <span className={`tag ${OUTCOME_TONES[outcome]}`}>{t(`province.outcome-${outcome}`)}</span>{' '}
        {count.length > 0 && (
          <span className="tag tag-danger">{t('province.differing', { count: count.length })}</span>
        )}
        <span className="muted small">
          {momentText(at)} · {step ?? t(`province.occasion-${occasion}`)} · {purpose}
        </span>
      </summary>
      {reason && <p>{t('province.reason', { reason, attempts })}</p>}
      {records.map(({ fields }, index) => (
        <dl key={index} className="answers">
          {fields.map((field, at) => (
            <Compared key={at} field={field} />
          ))}
        </dl>
      ))}
    </details>
  );
}

interface Props {
  number: string;
  /** In clear, once the handler has said why; left out = as everybody sees them. */
  inClear: ProvinceAnswer[] | undefined;
}

export function ProvinceAnswers({ number, inClear }: Props) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['province-answers', number],
    queryFn: () => api.provinceAnswers(number),
  });
  const answers = inClear ?? query.data?.items ?? [];
  if (query.isSuccess && answers.length === 0) return null;
  return (
    <section className="card stack" data-testid="province-answers">
      <h2>{t('province.answers')}</h2>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {answers.map((answer, index) => (
        <Answer key={index} answer={answer} />
      ))}
    </section>
  );
}
