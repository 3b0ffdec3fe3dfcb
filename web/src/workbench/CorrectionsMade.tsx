/** What a correction changed, beside what was asked for: who asked need not compare two forms. */
import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../../../bpmn/forms/index.js';
import type { CaseDetail, Json } from '../api/model.js';
import { answerText } from '../shared/forms/AnswerList.js';
import { momentText } from '../shared/time.js';

type Made = CaseDetail['corrections'][number];

function Asked({ asked }: Pick<Made, 'asked'>) {
  const { t } = useTranslation();
  if (asked.length === 0) return null;
  return (
    <>
      <h3>{t('correction.asked')}</h3>
      <ul className="plain-list">
        {asked.map(({ name, problem }) => (
          <li key={name}>{[name, problem].filter(Boolean).join('：')}</li>
        ))}
      </ul>
    </>
  );
}

function Changes({ changes, one }: Pick<Made, 'changes'> & { one: CaseDetail }) {
  const { t } = useTranslation();
  const fields = one.formSchema ? fieldsOf(one.formSchema) : {};
  const said = (field: string, value: unknown) =>
    answerText(value as Json, fields[field] ?? {}, t) || t('correction.empty');
  return (
    <dl className="answers">
      {changes.map(({ field, title, before, after }) => (
        <div key={field}>
          <dt>{title}</dt>
          <dd>
            <del>
              <span className="visually-hidden">{t('correction.before')} </span>
              {said(field, before)}
            </del>
            <span aria-hidden="true"> → </span>
            <ins>
              <span className="visually-hidden">{t('correction.after')} </span>
              {said(field, after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export default function CorrectionsMade({ one }: { one: CaseDetail }) {
  const { t } = useTranslation();
  return (
    <section className="card" data-testid="corrections">
      <h2>{t('correction.title')}</h2>
      {one.corrections.map(({ at, asked, changes, materials }) => (
        <section key={at} className="stack">
          <p className="small muted">{t('correction.made-at', { time: momentText(at) })}</p>
          <Asked asked={asked} />
          <h3>{t('correction.changed')}</h3>
          {changes.length > 0 && <Changes changes={changes} one={one} />}
          {materials.length > 0 && (
            <p>{t('correction.materials', { names: materials.join(t('correction.and')) })}</p>
          )}
          {changes.length + materials.length === 0 && (
            <p className="muted">{t('correction.nothing')}</p>
          )}
        </section>
      ))}
    </section>
  );
}
