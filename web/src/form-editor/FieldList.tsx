/** The fields in their order: added by kind, moved by hand or by keyboard. */
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FIELD_KINDS } from '../../../bpmn/forms/index.js';
import type { FormContent } from '../api/model.js';
import { addField, drawnNames, fixedNames, kindCode, placeField, removeField } from './drawing.js';

interface Props {
  form: FormContent;
  chosen: string | undefined;
  onChoose: (name: string | undefined) => void;
  onChange: (form: FormContent) => void;
}

export function FieldList({ form, chosen, onChoose, onChange }: Props) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<string | null>(null);
  const names = drawnNames(form);
  const fixed = fixedNames(form);
  const add = (kind: string) => {
    const title = t(`form-editor.kind-${kind}`);
    const { form: added, name } = addField(form, { kind, title, after: chosen });
    onChange(added);
    onChoose(name);
  };
  const move = (name: string, by: number) => {
    const place = names.indexOf(name) + by;
    if (place >= 0 && place < names.length) onChange(placeField(form, name, place));
  };
  const remove = (name: string) => {
    onChange(removeField(form, name));
    onChoose(names[names.indexOf(name) + 1] ?? names[names.indexOf(name) - 1]);
  };
  const onKey = (event: React.KeyboardEvent, name: string) => {
    if (event.key === 'Delete') remove(name);
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(name, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <section className="form-editor-fields" aria-label={t('form-editor.fields')}>
      <Dropdown
        trigger={['click']}
        menu={{
          items: FIELD_KINDS.map(({ code }) => ({
            key: code,
            label: <span data-testid={`add-${code}`}>{t(`form-editor.kind-${code}`)}</span>,
          })),
          onClick: ({ key }) => add(key),
        }}
      >
        <Button type="primary" data-testid="add-field">
          {t('form-editor.add')}
        </Button>
      </Dropdown>
      <p className="muted small">{t('form-editor.move-hint')}</p>
      <ol>
        {names.map((name, place) => {
          const field = form.schema.properties![name]!;
          const title = field.title ?? name;
          return (
            <li
              key={name}
              draggable
              className={name === chosen ? 'chosen' : ''}
              onDragStart={() => setDragged(name)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={() => dragged !== null && onChange(placeField(form, dragged, place))}
            >
              <button
                type="button"
                className="form-editor-field"
                aria-pressed={name === chosen}
                data-testid={`drawn-${name}`}
                onClick={() => onChoose(name)}
                onKeyDown={(event) => onKey(event, name)}
              >
                {title} {form.schema.required?.includes(name) && <span aria-hidden="true">*</span>}
                <span className="muted small">{t(`form-editor.kind-${kindCode(field)}`)}</span>
              </button>
              <Button
                size="small"
                aria-label={t('form-editor.up', { title })}
                disabled={place === 0}
                onClick={() => move(name, -1)}
              >
                ↑
              </Button>
              <Button
                size="small"
                aria-label={t('form-editor.down', { title })}
                disabled={place === names.length - 1}
                onClick={() => move(name, 1)}
              >
                ↓
              </Button>
              <Button
                size="small"
                danger
                aria-label={t('form-editor.remove', { title })}
                onClick={() => remove(name)}
              >
                ×
              </Button>
            </li>
          );
        })}
      </ol>
      {fixed.length > 0 && (
        <p className="muted small">{t('form-editor.fixed', { names: fixed.join('、') })}</p>
      )}
    </section>
  );
}
