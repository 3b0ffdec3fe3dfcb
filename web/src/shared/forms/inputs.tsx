/** Controls of one line and of many, which say when what stands in them is wrong. */
import { ariaDescribedByIds, type BaseInputTemplateProps, type WidgetProps } from '@rjsf/utils';
import { getInputProps } from '@rjsf/utils';

const isWrong = ({ rawErrors }: { rawErrors?: string[] | undefined }): boolean =>
  (rawErrors?.length ?? 0) > 0;

/**
 * Numbers are typed as a text: a wheel over them changes nothing, and wide digits of an input method are not
 * swallowed.
 */
export function Line(props: BaseInputTemplateProps) {
  const { id, value, onChange, onBlur, onFocus, options, schema } = props;
  const { type } = getInputProps(schema, props.type, options);
  const number = type === 'number' || type === 'integer';
  const empty: unknown = options.emptyValue;
  return (
    <input
      id={id}
      name={props.htmlName ?? id}
      className="form-control"
      type={number ? 'text' : type}
      inputMode={number ? (schema.type === 'integer' ? 'numeric' : 'decimal') : undefined}
      value={value === undefined || value === null ? '' : String(value)}
      placeholder={props.placeholder}
      readOnly={props.readonly ?? false}
      disabled={props.disabled ?? false}
      autoFocus={props.autofocus ?? false}
      aria-invalid={isWrong(props)}
      aria-required={props.required ?? false}
      aria-describedby={ariaDescribedByIds(id)}
      onChange={({ target }) =>
        props.onChangeOverride
          ? (props.onChangeOverride as (event: unknown) => void)({ target })
          : onChange(target.value === '' ? empty : target.value)
      }
      onBlur={({ target }) => onBlur(id, target.value)}
      onFocus={({ target }) => onFocus(id, target.value)}
    />
  );
}

export function Box(props: WidgetProps) {
  const { id, value, onChange, onBlur, onFocus, options } = props;
  const empty: unknown = options.emptyValue;
  return (
    <textarea
      id={id}
      name={props.htmlName ?? id}
      className="form-control"
      value={typeof value === 'string' ? value : ''}
      placeholder={props.placeholder}
      readOnly={props.readonly ?? false}
      disabled={props.disabled ?? false}
      rows={options.rows}
      aria-invalid={isWrong(props)}
      aria-describedby={ariaDescribedByIds(id)}
      onChange={({ target }) => onChange(target.value === '' ? empty : target.value)}
      onBlur={({ target }) => onBlur(id, target.value)}
      onFocus={({ target }) => onFocus(id, target.value)}
    />
  );
}
