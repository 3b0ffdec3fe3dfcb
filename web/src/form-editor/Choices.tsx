/** What may be chosen: the value that is kept, and what it is called. */
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../api/model.js';

type Choice = NonNullable<FormField['oneOf']>[number];

interface Props {
  choices: Choice[];
  onChange: (choices: Choice[]) => void;
}

export function Choices({ choices, onChange }: Props) {
  const { t } = useTranslation();
  const put = (at: number, part: Partial<Choice>) =>
    onChange(choices.map((one, other) => (other === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="form-editor-choices">
      <legend>{t('form-editor.choices')}</legend>
      {choices.map((choice, at) => (
        // Values change while they are typed: the place is all that stays.
        <div className="row" key={at}>
          <Input
            aria-label={t('form-editor.choice-value', { number: at + 1 })}
            value={String(choice.const)}
            maxLength={64}
            onChange={({ target }) => put(at, { const: target.value })}
          />
          <Input
            aria-label={t('form-editor.choice-title', { number: at + 1 })}
            value={choice.title ?? ''}
            maxLength={100}
            onChange={({ target }) => put(at, { title: target.value })}
          />
          <Button
            size="small"
            aria-label={t('form-editor.choice-remove', { number: at + 1 })}
            onClick={() => onChange(choices.toSpliced(at, 1))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          onChange([
            ...choices,
            { const: `v${choices.length + 1}`, title: t('form-editor.choice-new') },
          ])
        }
      >
        {t('form-editor.choice-add')}
      </Button>
    </fieldset>
  );
}
