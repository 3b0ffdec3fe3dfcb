/** What one field is called, asks and allows. */
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormContent, FormField } from '../api/model.js';
import { changeField, drawnNames, kindCode, renameField, requireField, said } from './drawing.js';
import { Choices } from './Choices.js';
import { Parts } from './Parts.js';
import { PrefillPicker } from './PrefillPicker.js';

interface Props {
  form: FormContent;
  name: string;
  field: FormField;
  onChange: (form: FormContent) => void;
  onRename: (name: string) => void;
}

type TextWord = 'title' | 'description' | 'x-title-en' | 'x-description-en' | 'x-earliest';
type Limit = 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems';

/** Which limits are asked for, by the field's kind. */
const LIMITS: Record<string, Limit[]> = {
  text: ['minLength', 'maxLength'],
  'long-text': ['minLength', 'maxLength'],
  number: ['minimum', 'maximum'],
  money: ['minimum', 'maximum'],
  table: ['minItems', 'maxItems'],
  list: ['minItems', 'maxItems'],
  file: ['minItems', 'maxItems'],
};

export function FieldPanel({ form, name, field, onChange, onRename }: Props) {
  const { t } = useTranslation();
  const kind = kindCode(field);
  const put = (next: FormField) => onChange(changeField(form, name, next));
  const text = (word: TextWord | 'x-latest' | 'x-shown' | 'pattern', area = false) => {
    const Control = area ? Input.TextArea : Input;
    return (
      <label>
        {t(`form-editor.word-${word}`)}
        <Control
          value={field[word] ?? ''}
          data-testid={`word-${word}`}
          maxLength={1000}
          onChange={({ target }) => put(said(field, word, target.value))}
        />
      </label>
    );
  };
  const limit = (word: Limit) => (
    <label key={word}>
      {t(`form-editor.word-${word}`)}
      <Input
        type="number"
        value={field[word] ?? ''}
        data-testid={`word-${word}`}
        onChange={({ target }) =>
          put(said(field, word, target.value === '' ? null : Number(target.value)))
        }
      />
    </label>
  );
  return (
    <div className="form-editor-words">
      {text('title')}
      {text('x-title-en')}
      {text('description', true)}
      {text('x-description-en', true)}
      <NameInput
        key={name}
        name={name}
        onRename={(to) => {
          const renamed = renameField(form, name, to);
          if (renamed === form) return;
          onChange(renamed);
          onRename(to);
        }}
      />
      <Checkbox
        checked={form.schema.required?.includes(name) ?? false}
        data-testid="word-required"
        onChange={({ target }) => onChange(requireField(form, name, target.checked))}
      >
        {t('form-editor.required')}
      </Checkbox>
      {(LIMITS[kind] ?? []).map(limit)}
      {kind === 'text' && text('pattern')}
      {kind === 'date' && (
        <>
          {text('x-earliest')}
          {text('x-latest')}
          <p className="muted small">{t('form-editor.day-hint')}</p>
        </>
      )}
      {kind === 'choice' && (
        <Choices choices={field.oneOf ?? []} onChange={(oneOf) => put({ ...field, oneOf })} />
      )}
      {kind === 'choices' && (
        <Choices
          choices={field.items?.oneOf ?? []}
          onChange={(oneOf) => put({ ...field, items: { ...field.items, oneOf } })}
        />
      )}
      {kind === 'table' && (
        <Parts of={field.items!} onChange={(items) => put({ ...field, items })} />
      )}
      {kind === 'group' && <Parts of={field} onChange={put} />}
      {field.type === 'string' && kind !== 'choice' && (
        <PrefillPicker
          prefill={field['x-prefill']}
          onChange={(prefill) => put(said(field, 'x-prefill', prefill))}
        />
      )}
      {text('x-shown', true)}
      <p className="muted small">
        {t('form-editor.shown-hint', {
          names: drawnNames(form)
            .filter((other) => other !== name)
            .join('、'),
        })}
      </p>
    </div>
  );
}

/** Taken over when it is left: half a name would be a name of its own. */
function NameInput({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(name);
  return (
    <label>
      {t('form-editor.word-name')}
      <Input
        value={text}
        maxLength={64}
        data-testid="word-name"
        onChange={({ target }) => setText(target.value)}
        onBlur={() => onRename(text.trim())}
        onPressEnter={() => onRename(text.trim())}
      />
    </label>
  );
}
