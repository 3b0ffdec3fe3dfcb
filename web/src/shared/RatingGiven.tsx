/** 好差评 of a case: what was said, and of a bad one how far the department has come with it. */
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../api/model.js';
import { dateText } from './time.js';

type Rating = NonNullable<CaseDetail['rating']>;

function Stage({ stage }: { stage: Rating['stages'][number] }) {
  const { t } = useTranslation();
  const { name, outcome, doneOn, dueOn, text } = stage;
  const until = dueOn ? t('rating.until', { date: dateText(dueOn) }) : t('rating.open');
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {doneOn ? `${outcome ?? ''}（${dateText(doneOn)}）` : until}
        {text && <p>{text}</p>}
      </dd>
    </div>
  );
}

export function RatingGiven({ rating }: Pick<CaseDetail, 'rating'>) {
  const { t } = useTranslation();
  if (!rating) return null;
  return (
    <section className="card" data-testid="rating-given">
      <h2>{t('rating.given')}</h2>
      <dl className="answers">
        <div>
          <dt>{t(`rating.level-${rating.level}`)}</dt>
          <dd>{dateText(rating.ratedOn)}</dd>
        </div>
        {rating.comment && (
          <div>
            <dt>{t('rating.comment')}</dt>
            <dd>{rating.comment}</dd>
          </div>
        )}
        {rating.stages.map((stage, index) => (
          <Stage key={index} stage={stage} />
        ))}
      </dl>
    </section>
  );
}
