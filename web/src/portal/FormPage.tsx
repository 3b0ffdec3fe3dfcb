/** The one form of the matter, saved while it is filled in. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { api } from '../api/endpoints.js';
import type { ItemForm } from '../api/model.js';
import { useElder } from '../shared/elder.js';
import { useAsked } from '../shared/forms/asked.js';
import { SchemaForm } from '../shared/forms/SchemaForm.js';
import { sectionsShown } from '../shared/forms/sections.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { useDraftPage } from './DraftPages.js';
import { FormTasks } from './FormTasks.js';
import { usePrefill } from './prefill.js';
import { comesFromCheck } from './fromCheck.js';
import { SaveState } from './SaveState.js';
import './portal.css';

function Editor({ form }: { form: ItemForm }) {
  const { draft, save } = useDraftPage();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { hash, state } = useLocation();
  const back = comesFromCheck(state);
  const { content, change, update, flush } = save;
  const { hidden } = useAsked(form.schema, content.form);
  const elder = useElder();
  const sections = useMemo(() => sectionsShown(form, hidden), [form, hidden]);
  // One thing at a time, where that was asked for; a link into the form shows all of it.
  const [at, setAt] = useState(0);
  const part = elder && sections.length > 1 && !hash ? Math.min(at, sections.length - 1) : null;
  const last = part === null || part === sections.length - 1;
  const go = (to: number) => {
    setAt(to);
    window.requestAnimationFrame(() => {
      const heading = document.getElementById(`part-${to}-title`);
      heading?.scrollIntoView({ block: 'start' });
      heading?.focus({ preventScroll: true });
    });
  };
  const sources = usePrefill(draft, content.form, hidden, update);
  useEffect(() => {
    const field = hash ? document.getElementById(`${hash.slice(1)}-field`) : null;
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector<HTMLElement>('input,select,textarea')?.focus({ preventScroll: true });
  }, [hash]);
  const goOn = async () => {
    await flush();
    await navigate(`/drafts/${draft.id}/${back ? 'check' : 'materials'}`);
  };
  return (
    <>
      <FormTasks {...{ sections, hidden, schema: form.schema, value: content.form }} onGo={go} />
      <div className="card">
        <SchemaForm
          form={form}
          part={part}
          value={content.form}
          sources={sources}
          onChange={(value, by) => {
            // What the form fills in by itself nobody has written: it goes along with what is handed on.
            if (by !== undefined) change({ form: value });
          }}
          onSubmit={(value) => {
            // What was hidden meanwhile goes before it is handed on.
            change({ form: value });
            void goOn().catch(() => undefined);
          }}
        >
          <div className="actions">
            {!last && (
              <button type="button" className="button button-large" onClick={() => go(part + 1)}>
                {t('form.next-part')}
              </button>
            )}
            {part !== null && part > 0 && (
              <button type="button" className="button button-quiet" onClick={() => go(part - 1)}>
                {t('action.back')}
              </button>
            )}
            {last && (
              <button type="submit" className="button button-large">
                {t(back ? 'action.back-to-check' : 'action.continue')}
              </button>
            )}
            <SaveState save={save} />
          </div>
        </SchemaForm>
      </div>
    </>
  );
}

/** What the situation asks the form needs: nothing of it is optional. */
function withSituation(form: ItemForm, questions: readonly { id: string }[]): ItemForm {
  const { schema } = form;
  const asked = questions.map(({ id }) => id).filter((id) => schema.properties?.[id]);
  const required = [...new Set([...(schema.required ?? []), ...asked])];
  return { ...form, schema: { ...schema, required } };
}

export default function FormPage() {
  const { draft } = useDraftPage();
  const code = draft.item;
  const form = useQuery({
    queryKey: ['form', code],
    queryFn: () => api.itemForm(code),
    staleTime: Infinity,
  });
  const item = useQuery({ queryKey: ['item', code], queryFn: () => api.item(code) });
  const asked = useMemo(
    () => form.data && item.data && withSituation(form.data, item.data.situation ?? []),
    [form.data, item.data],
  );
  if (asked) return <Editor form={asked} />;
  const error = form.error ?? item.error;
  return error ? <ErrorNotice error={error} /> : <Loading lines={7} />;
}
