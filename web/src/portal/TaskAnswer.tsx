/** Any other thing the applicant has to say or do in a case, by the task's own form. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { itemForm, type ApplicantTask, type CaseDetail, type FormData } from '../api/model.js';
import { SchemaForm, type SchemaFormHandle } from '../shared/forms/SchemaForm.js';
import { ErrorNotice, Notice } from '../shared/ui.js';

export function TaskAnswer({ one, task }: { one: CaseDetail; task: ApplicantTask }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const formRef = useRef<SchemaFormHandle>(null);
  const [form, setForm] = useState<FormData>({});
  const key = useRef(newKey());
  const send = useMutation({
    mutationFn: (outcome: string | undefined) =>
      api.complete(task.id, { outcome, form }, key.current),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['case'] });
      await navigate(`/cases/${one.number}`);
    },
  });
  const answer = (outcome: string | undefined) => {
    if (formRef.current && !formRef.current.validate()) return;
    send.mutate(outcome);
  };
  const { outcomes } = task;
  return (
    <div className="stack">
      {task.opinion && <Notice tone="warning">{task.opinion}</Notice>}
      <section className="card stack">
        <h2>{task.name}</h2>
        {task.formSchema && (
          <SchemaForm
            ref={formRef}
            form={itemForm(task.formSchema, task.uiSchema)}
            value={form}
            onChange={setForm}
          />
        )}
        <ErrorNotice error={send.error} />
        <div className="row">
          {outcomes.map((outcome) => (
            <button
              key={outcome.id}
              type="button"
              className="button"
              disabled={send.isPending}
              onClick={() => answer(outcome.id)}
            >
              {outcome.name}
            </button>
          ))}
          {outcomes.length === 0 && (
            <button
              type="button"
              className="button"
              disabled={send.isPending}
              onClick={() => answer(undefined)}
            >
              {t('correct.submit')}
            </button>
          )}
        </div>
      </section>
    </div>
  );
}
