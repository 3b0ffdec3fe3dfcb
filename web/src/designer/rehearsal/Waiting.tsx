/** One thing that waits: how it may end, and what a person fills in. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScriptStep, Waits } from '../../../../bpmn/conformance/index.js';
import { api } from '../../api/endpoints.js';
import type { FormData, ItemForm } from '../../api/model.js';
import { Loading } from '../../shared/ui.js';
import { valueText, type Variables } from './values.js';

const SchemaForm = lazy(async () => ({
  default: (await import('../../shared/forms/SchemaForm.js')).SchemaForm,
}));

interface Props {
  waits: Waits;
  onAct: (step: ScriptStep) => void;
  onShow: (element: string) => void;
  /** Taken along with the step, once. */
  takeValues: () => Variables | undefined;
}

/** As it is published now; nothing where it is not. */
async function formOf(key: string): Promise<ItemForm | null> {
  const { items } = await api.forms();
  const version = items.find(({ id }) => id === key)?.publishedVersion;
  if (!version) return null;
  const { schema, uiSchema } = await api.formVersion(key, version);
  return { schema, ...(uiSchema && { uiSchema }) } as ItemForm;
}

function Fill(props: { form: string; value: FormData; onChange: (value: FormData) => void }) {
  const { form, value, onChange } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ['forms', 'rehearsed', form],
    queryFn: () => formOf(form),
    enabled: open,
  });
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('rehearsal.form', { form })}</summary>
      {open && query.isPending && <Loading lines={2} />}
      {open && query.data && (
        <Suspense fallback={<Loading lines={2} />}>
          <SchemaForm form={query.data} value={value} onChange={onChange} idPrefix={form} />
        </Suspense>
      )}
    </details>
  );
}

export function Waiting({ waits, onAct, onShow, takeValues }: Props) {
  const { t } = useTranslation();
  const { element, name, kind, index, outcomes, form, adapter, input } = waits;
  const [filled, setFilled] = useState<FormData>({});
  const [code, setCode] = useState('');
  const which = index === undefined ? {} : { instance: index };
  const complete = (outcome?: string) => {
    const variables = takeValues();
    onAct({
      ...{ complete: element, ...which },
      ...(outcome !== undefined && { outcome }),
      ...(Object.keys(filled).length > 0 && { form: filled }),
      ...(variables && { variables }),
    });
  };
  return (
    <li className="rehearsal-waits" data-testid={`waits-${element}`}>
      <button type="button" className="rehearsal-name" onClick={() => onShow(element)}>
        {name}
        {index !== undefined && ` #${index + 1}`}
      </button>
      {adapter && <span className="muted small"> {t(`adapter.${adapter}`)}</span>}
      {input !== undefined && input !== null && (
        <code className="rehearsal-input">{valueText(input)}</code>
      )}
      {form && <Fill form={form} value={filled} onChange={setFilled} />}
      <div className="rehearsal-acts">
        {outcomes.map(({ id, name: outcome = id }) => (
          <Button key={id} size="small" type="primary" onClick={() => complete(id)}>
            {outcome}
          </Button>
        ))}
        {outcomes.length === 0 && (
          <Button size="small" type="primary" onClick={() => complete()}>
            {t('rehearsal.complete')}
          </Button>
        )}
        {kind !== 'task' && (
          <>
            <Input
              size="small"
              aria-label={t('rehearsal.error-code')}
              placeholder={t('rehearsal.error-code')}
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
            <Button
              size="small"
              danger
              onClick={() => onAct({ fail: element, ...which, ...(code && { error: code }) })}
            >
              {t('rehearsal.fail')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
