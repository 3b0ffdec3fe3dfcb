/** The one form of the matter, saved while it is filled in. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { Draft, ItemForm } from '../api/model.js';
import { useAsked } from '../shared/forms/asked.js';
import { SchemaForm } from '../shared/forms/SchemaForm.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { useAutosave, useDraft } from './draft.js';
import { usePrefill } from './prefill.js';
import { ForWhom } from './ForWhom.js';
import { SaveState } from './SaveState.js';
import { StepList } from './StepList.js';
import './portal.css';

function Editor({ draft, form }: { draft: Draft; form: ItemForm }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const { content, change, update, flush, save } = useAutosave(draft);
  const { hidden } = useAsked(form.schema, content.form);
  usePrefill(draft, content.form, hidden, update);
  useEffect(() => {
    const field = hash ? document.getElementById(`${hash.slice(1)}-field`) : null;
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector<HTMLElement>('input,select,textarea')?.focus({ preventScroll: true });
  }, [hash]);
  const goOn = async () => {
    await flush();
    await navigate(`/drafts/${draft.id}/materials`);
  };
  return (
    <div className="card">
      <SchemaForm
        form={form}
        value={content.form}
        onChange={(value) => change({ form: value })}
        onSubmit={(value) => {
          // What was hidden meanwhile goes before it is handed on.
          change({ form: value });
          void goOn().catch(() => undefined);
        }}
      >
        <div className="actions">
          <button type="submit" className="button button-large">
            {t('action.continue')}
          </button>
          <SaveState save={save} />
        </div>
      </SchemaForm>
    </div>
  );
}

export default function FormPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const draft = useDraft(id);
  const code = draft.data?.item ?? '';
  const form = useQuery({
    queryKey: ['form', code],
    queryFn: () => api.itemForm(code),
    enabled: code !== '',
    staleTime: Infinity,
  });
  const error = draft.error ?? form.error;
  return (
    <div className="page page-narrow">
      <h1>{draft.data?.itemName ?? t('apply.title')}</h1>
      {draft.data && <ForWhom draft={draft.data} />}
      <StepList current="form" />
      <ErrorNotice error={error} />
      {!error && (!draft.data || !form.data) && <Loading lines={7} />}
      {draft.data && form.data && <Editor key={id} draft={draft.data} form={form.data} />}
    </div>
  );
}
