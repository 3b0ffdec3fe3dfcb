/** The columns of a table, or the fields of a group. */
import { Button, Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FIELD_KINDS } from '../../../bpmn/forms/index.js';
import type { FormField } from '../api/model.js';
import { kindCode, newField, said } from './drawing.js';
import { Choices } from './Choices.js';

interface Props {
  /** A schema of an object. */
  of: FormField;
  onChange: (of: FormField) => void;
}

const COLUMNS = FIELD_KINDS.filter(({ column }) => column).map(({ code }) => code);

export function Parts({ of, onChange }: Props) {
  const { t } = useTranslation();
  const parts = Object.entries(of.properties ?? {});
  const required = of.required ?? [];
  const put = (name: string, field: FormField) =>
    onChange({ ...of, properties: { ...of.properties, [name]: field } });
  const add = () => {
    let number = parts.length + 1;
    while (of.properties?.[`part${number}`]) number++;
    put(`part${number}`, newField('text', t('form-editor.part-new', { number })));
  };
  const remove = (name: string) =>
    onChange({
      ...of,
      properties: Object.fromEntries(parts.filter(([other]) => other !== name)),
      required: required.filter((other) => other !== name),
    });
  const need = (name: string, needed: boolean) => {
    const others = required.filter((other) => other !== name);
    onChange({ ...of, required: needed ? [...others, name] : others });
  };
  return (
    <fieldset className="form-editor-choices">
      <legend>{t('form-editor.parts')}</legend>
      {parts.map(([name, field]) => (
        <div key={name}>
          <div className="row">
            <Input
              aria-label={t('form-editor.part-title', { name })}
              value={field.title ?? ''}
              maxLength={100}
              onChange={({ target }) => put(name, said(field, 'title', target.value))}
            />
            <Select
              aria-label={t('form-editor.part-kind', { name })}
              value={kindCode(field)}
              style={{ minWidth: '7rem' }}
              onChange={(kind) => put(name, newField(kind, field.title ?? ''))}
              options={COLUMNS.map((value) => ({ value, label: t(`form-editor.kind-${value}`) }))}
            />
            <Checkbox
              checked={required.includes(name)}
              onChange={({ target }) => need(name, target.checked)}
            >
              {t('form-editor.required')}
            </Checkbox>
            <Button
              size="small"
              aria-label={t('form-editor.remove', { title: field.title ?? name })}
              onClick={() => remove(name)}
            >
              ×
            </Button>
          </div>
          {field.oneOf && (
            <Choices choices={field.oneOf} onChange={(oneOf) => put(name, { ...field, oneOf })} />
          )}
        </div>
      ))}
      <Button size="small" onClick={add}>
        {t('form-editor.part-add')}
      </Button>
    </fieldset>
  );
}
