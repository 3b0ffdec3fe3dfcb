/** Choices as real radio buttons and check boxes: easy to hit with a thumb, read well aloud. */
import type { EnumOptionsType, WidgetProps } from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import { Box } from './inputs.js';

const optionsOf = (props: WidgetProps): EnumOptionsType[] => props.options.enumOptions ?? [];

function describedBy(id: string): string {
  return `${id}__error ${id}__description ${id}__help`;
}

const isWrong = ({ rawErrors }: WidgetProps): boolean => (rawErrors?.length ?? 0) > 0;

function Radios(props: WidgetProps) {
  return (
    <div
      className="choices"
      role="radiogroup"
      aria-labelledby={`${props.id}__label`}
      aria-invalid={isWrong(props)}
      aria-describedby={describedBy(props.id)}
    >
      {optionsOf(props).map((option, index) => (
        <label className="choice" key={String(option.value)}>
          <input
            type="radio"
            id={`${props.id}-${index}`}
            name={props.id}
            checked={props.value === option.value}
            disabled={props.disabled || props.readonly}
            onChange={() => props.onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

/** Yes or no as two radios when the question needs an answer, never a lone ambiguous box. */
function YesNo(props: WidgetProps) {
  const { t } = useTranslation();
  const enumOptions = [
    { value: true, label: t('form.yes') },
    { value: false, label: t('form.no') },
  ];
  return <Radios {...props} options={{ ...props.options, enumOptions }} />;
}

function CheckList(props: WidgetProps) {
  const chosen = (props.value as unknown[] | undefined) ?? [];
  const options = optionsOf(props);
  const toggle = (value: unknown, on: boolean) => {
    const next = options
      .map((option) => option.value as unknown)
      .filter((other) => (other === value ? on : chosen.includes(other)));
    props.onChange(next);
  };
  return (
    <fieldset className="field" id={`${props.id}-field`}>
      <legend>{props.label}</legend>
      {props.schema.description && <p className="field-hint">{props.schema.description}</p>}
      {props.rawErrors && props.rawErrors.length > 0 && (
        <p className="field-error" role="alert">
          {props.rawErrors[0]}
        </p>
      )}
      <div className="choices">
        {options.map((option, index) => (
          <label className="choice" key={String(option.value)}>
            <input
              type="checkbox"
              id={`${props.id}-${index}`}
              checked={chosen.includes(option.value)}
              disabled={props.disabled || props.readonly}
              onChange={(event) => toggle(option.value, event.target.checked)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function SelectOrRadios(props: WidgetProps) {
  const { t } = useTranslation();
  const options = optionsOf(props);
  if (options.length <= 4 && !props.multiple) return <Radios {...props} />;
  const index = options.findIndex((option) => option.value === props.value);
  return (
    <select
      id={props.id}
      className="form-control"
      value={index < 0 ? '' : String(index)}
      disabled={props.disabled || props.readonly}
      aria-invalid={isWrong(props)}
      aria-describedby={describedBy(props.id)}
      onBlur={() => props.onBlur(props.id, props.value)}
      onChange={(event) => props.onChange(options[Number(event.target.value)]?.value)}
    >
      <option value="" disabled>
        {t('form.choose')}
      </option>
      {options.map((option, at) => (
        <option key={String(option.value)} value={String(at)}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export const widgets = {
  TextareaWidget: Box,
  RadioWidget: Radios,
  CheckboxWidget: YesNo,
  CheckboxesWidget: CheckList,
  SelectWidget: SelectOrRadios,
};
