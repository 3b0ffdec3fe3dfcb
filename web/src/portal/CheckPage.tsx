/** Everything read back once, each answer with a way to change it, then handed in. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { newKey } from '../api/client.js';
import { isBarred } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { fileAddress } from '../api/files.js';
import type { Draft, DraftSituation, ItemForm, Situation } from '../api/model.js';
import { AnswerList } from '../shared/forms/AnswerList.js';
import '../shared/forms/form.css';
import { moneyText } from '../shared/time.js';
import { ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { useDraftPage } from './DraftPages.js';
import { FROM_CHECK } from './fromCheck.js';
import { missingMaterials, useDraftSituation } from './MaterialsPage.js';
import { Promises, unsigned } from './Promises.js';
import './portal.css';

/** What the platform filled in for good, such as the licence an application is about. */
const isReadOnly = ({ uiSchema }: ItemForm, name: string): boolean =>
  (uiSchema?.[name] as Record<string, unknown> | undefined)?.['ui:readonly'] === true;

/** A paper by the name it was uploaded with, to be looked at once more. */
function FileLink({ id, at, draft }: { id: string; at: number; draft: Draft }) {
  const { t } = useTranslation();
  const name = draft.files.find((file) => file.id === id)?.name;
  return (
    <a className="answer-file" href={fileAddress(id)} target="_blank" rel="noreferrer">
      {name ?? t('upload.file', { number: at + 1 })}
    </a>
  );
}

function MaterialAnswers({ draft, situation }: { draft: Draft; situation: Situation }) {
  const { t } = useTranslation();
  return (
    <dl className="answers">
      {situation.materials.map((material) => {
        const files = draft.materials?.[material.code] ?? [];
        return (
          <div key={material.code}>
            <dt>{material.name}</dt>
            <dd>
              {material.held
                ? t('material.held', { name: material.held.name })
                : files.length > 0
                  ? files.map((file, at) => <FileLink key={file} id={file} at={at} draft={draft} />)
                  : t('material.none')}
            </dd>
            {!material.held && (
              <dd className="answer-action">
                <Link
                  to={`/drafts/${draft.id}/materials`}
                  state={FROM_CHECK}
                  aria-label={t('action.change-named', { name: material.name })}
                >
                  {t('action.change')}
                </Link>
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

/** What it will cost, by the rules of the items. */
function Fees({ draft, fees }: { draft: Draft; fees: DraftSituation['fees'] }) {
  const { t } = useTranslation();
  if (fees.length === 0) return null;
  return (
    <section className="card" data-testid="fees">
      <h2>{t('check.fees')}</h2>
      <dl className="answers">
        {fees.map(({ item, fee, amountCents }) => (
          <div key={`${item} ${fee}`}>
            <dt>{fee}</dt>
            <dd>{amountCents === null ? t('check.fee-none') : moneyText(amountCents)}</dd>
            {amountCents === null && (
              <dd className="answer-action">
                <Link to={`/drafts/${draft.id}`} state={FROM_CHECK}>
                  {t('action.change')}
                </Link>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <p className="small muted">{t('check.fees-when')}</p>
    </section>
  );
}

function Declaration({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const { draft, save } = useDraftPage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [agreed, setAgreed] = useState(false);
  // One key for this draft: pressing twice, or again after a failure, files one case.
  const key = useRef(newKey());
  const submit = useMutation({
    mutationFn: async () => {
      await save.flush();
      return api.submit(draft.id, key.current);
    },
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: ['cases'] });
      await queries.invalidateQueries({ queryKey: ['drafts'] });
      await queries.invalidateQueries({ queryKey: ['collections'] });
      await navigate(
        draft.entry ? `/window/receipts/${answer.number}` : `/cases/${answer.number}/receipt`,
      );
    },
  });
  return (
    <section className="card stack">
      <h2>{t('check.declaration')}</h2>
      <label className="choice">
        <input
          type="checkbox"
          checked={agreed}
          data-testid="declare"
          onChange={(event) => setAgreed(event.target.checked)}
        />
        <span>{t('check.declare')}</span>
      </label>
      <ErrorNotice error={submit.error} />
      <div className="row">
        <button
          type="button"
          className="button button-large"
          data-testid="submit-case"
          disabled={!agreed || disabled || submit.isPending}
          onClick={() => submit.mutate()}
        >
          {t(submit.isPending ? 'check.submitting' : 'check.submit')}
        </button>
        <Link className="button button-quiet" to={`/drafts/${draft.id}/materials`}>
          {t('action.back')}
        </Link>
      </div>
    </section>
  );
}

export default function CheckPage() {
  const { t } = useTranslation();
  const { draft } = useDraftPage();
  const { id, item: code } = draft;
  const situation = useDraftSituation(draft);
  const form = useQuery({
    queryKey: ['form', code],
    queryFn: () => api.itemForm(code),
    staleTime: Infinity,
  });
  const error = situation.error ?? form.error;
  // What cannot be read anew takes nothing from who checks it, unless it is refused.
  if (error && (!situation.data || !form.data || isBarred(error)))
    return <ErrorNotice error={error} />;
  if (!situation.data || !form.data) return <Loading lines={7} />;
  const missing = missingMaterials(situation.data, draft.materials);
  const selected = situation.data.children.filter((child) => child.selected);
  return (
    <>
      <div className="stack">
        {missing.length > 0 && (
          <Notice tone="warning" title={t('material.missing', { count: missing.length })}>
            <p>{missing.map((material) => material.name).join('、')}</p>
            <Link to={`/drafts/${id}/materials`} state={FROM_CHECK}>
              {t('action.change')}
            </Link>
          </Notice>
        )}
        {selected.length > 0 && (
          <section className="card">
            <h2>{t('check.children')}</h2>
            <ul className="plain-list">
              {selected.map((child) => (
                <li key={child.key}>{child.name}</li>
              ))}
            </ul>
          </section>
        )}
        <section className="card">
          <h2>{t('check.answers')}</h2>
          <dl className="answers" data-testid="check-where">
            <div>
              <dt>{t('situation.where')}</dt>
              <dd>{draft.regionName}</dd>
            </div>
          </dl>
          <AnswerList
            form={form.data}
            value={draft.form}
            files={draft.files}
            action={(name, path, title) =>
              isReadOnly(form.data, name) ? null : (
                <Link
                  to={`/drafts/${id}#${path}`}
                  state={FROM_CHECK}
                  aria-label={t('action.change-named', { name: title })}
                >
                  {t('action.change')}
                </Link>
              )
            }
          />
        </section>
        {situation.data.materials.length > 0 && (
          <section className="card">
            <h2>{t('apply.step-materials')}</h2>
            <MaterialAnswers draft={draft} situation={situation.data} />
          </section>
        )}
        <Fees draft={draft} fees={situation.data.fees} />
        <Promises draft={draft} offers={situation.data.ways} />
        <Declaration
          disabled={
            missing.length > 0 ||
            unsigned(draft, situation.data.ways) ||
            situation.data.fees.some(({ amountCents }) => amountCents === null)
          }
        />
      </div>
    </>
  );
}
