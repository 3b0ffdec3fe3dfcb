/** How a form looks: labels above, hints, errors in words, a summary that links to the fields. */
import type {
  ArrayFieldItemTemplateProps,
  ArrayFieldTemplateProps,
  ErrorListProps,
  FieldTemplateProps,
  IconButtonProps,
  ObjectFieldTemplateProps,
  TemplatesType,
} from '@rjsf/utils';
import { buttonId, errorId } from '@rjsf/utils';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../api/model.js';
import { Line } from './inputs.js';
import { sectionsShown, sectionTitle } from './sections.js';

function Field(props: FieldTemplateProps) {
  const { t } = useTranslation();
  const type = props.schema.type;
  if (props.hidden) return <div hidden>{props.children}</div>;
  if (type === 'object' || type === 'array') return <>{props.children}</>;
  const failed = (props.rawErrors?.length ?? 0) > 0;
  const flagged = (props.uiSchema?.['ui:options'] as Record<string, unknown> | undefined)?.flagged;
  const className = `field ${failed ? 'field-failed' : ''} ${flagged ? 'field-flagged' : ''}`;
  return (
    <div className={className} id={`${props.id}-field`} data-testid={`field-${props.id}`}>
      {(props.displayLabel || type === 'boolean') && (
        <label htmlFor={props.id} id={`${props.id}__label`}>
          {props.label}
          {!props.required && !props.readonly && (
            <span className="field-optional">{t('form.optional')}</span>
          )}
        </label>
      )}
      {flagged ? <p className="field-flag">{t('form.flagged')}</p> : null}
      {props.rawDescription && type !== 'boolean' && (
        <div className="field-hint" id={`${props.id}__description`}>
          {props.rawDescription}
        </div>
      )}
      {failed && (
        <p className="field-error" id={errorId(props.id)} role="alert">
          {props.rawErrors?.[0]}
        </p>
      )}
      {props.children}
      {props.rawHelp && (
        <div className="field-hint" id={`${props.id}__help`}>
          {props.rawHelp}
        </div>
      )}
    </div>
  );
}

/** The whole form: its fields, in the sections that it has. */
function Body({ properties, registry, schema, uiSchema }: ObjectFieldTemplateProps) {
  const { i18n } = useTranslation();
  const { part } = registry.formContext as Told;
  const shown = properties.filter((property) => !property.hidden);
  const fieldsOf = (names: readonly string[]) =>
    shown
      .filter(({ name }) => names.includes(name))
      .map(({ name, content }) => <div key={name}>{content}</div>);
  const hidden = new Set(
    Object.keys(schema.properties ?? {}).filter((name) => !shown.some((one) => one.name === name)),
  );
  const look = {
    schema: schema as FormField,
    uiSchema: (uiSchema ?? {}) as Record<string, unknown>,
  };
  const sections = sectionsShown(look, hidden);
  if (sections.length === 0)
    return <div className="form-body">{fieldsOf(shown.map(({ name }) => name))}</div>;
  return (
    <>
      {sections.map((section, at) => (
        <section
          key={section.title}
          className="form-part"
          id={`part-${at}`}
          aria-labelledby={`part-${at}-title`}
          hidden={part !== null && part !== at}
        >
          <h2 id={`part-${at}-title`} tabIndex={-1}>
            {sectionTitle(section, i18n.language)}
          </h2>
          <div className="form-body">{fieldsOf(section.names)}</div>
        </section>
      ))}
    </>
  );
}

function Section(props: ObjectFieldTemplateProps) {
  const fields = props.properties
    .filter((property) => !property.hidden)
    .map((property) => <div key={property.name}>{property.content}</div>);
  const root = props.fieldPathId.$id === 'root';
  if (root) return <Body {...props} />;
  return (
    <fieldset className="form-section" id={props.fieldPathId.$id}>
      <legend>{props.title}</legend>
      {props.description && <p className="field-hint">{props.description}</p>}
      {fields}
    </fieldset>
  );
}

function List(props: ArrayFieldTemplateProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="form-section" id={props.fieldPathId.$id}>
      <legend>{props.title}</legend>
      {props.schema.description && <p className="field-hint">{props.schema.description}</p>}
      {props.items}
      {props.canAdd && (
        <button
          type="button"
          className="button button-quiet"
          id={buttonId(props.fieldPathId, 'add')}
          onClick={props.onAddClick}
          disabled={props.disabled || props.readonly}
        >
          {t('form.add')}
        </button>
      )}
    </fieldset>
  );
}

function ListItem(props: ArrayFieldItemTemplateProps) {
  const { t } = useTranslation();
  return (
    <div className="form-list-item">
      <div className="form-list-content">{props.children}</div>
      {props.buttonsProps.hasRemove && (
        <button
          type="button"
          className="button button-link"
          onClick={props.buttonsProps.onRemoveItem}
          disabled={props.disabled || props.readonly}
        >
          {t('form.remove')}
        </button>
      )}
    </div>
  );
}

/** `.a.b` → the id rjsf gives the field. */
const targetOf = (property: string | undefined) => `root${(property ?? '').replaceAll('.', '_')}`;

/** How often the form was handed in and refused, and whether that is still to be told. */
export interface Told {
  attempt: number;
  toTell: () => boolean;
  /** The one section that is shown; null = all. */
  part: number | null;
}

/** Each refusal is told anew: the page goes to it and reads it out. */
function ErrorSummary(props: ErrorListProps) {
  const told = props.registry.formContext as Told;
  return <Summary key={told.attempt} {...props} toTell={told.toTell} />;
}

function Summary({ errors, schema, toTell }: ErrorListProps & Pick<Told, 'toTell'>) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const news = useRef(toTell);
  useEffect(() => {
    if (!news.current()) return;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'center' });
  }, []);
  const titles = schema.properties as Record<string, { title?: string }> | undefined;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('form.summary', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => {
          const name = error.property?.split('.').filter(Boolean).pop() ?? '';
          const title = titles?.[name]?.title ?? error.title ?? '';
          const id = targetOf(error.property);
          return (
            <li key={`${error.property}${error.message}`}>
              <a
                href={`#${id}-field`}
                onClick={(event) => {
                  event.preventDefault();
                  const field = document.getElementById(`${id}-field`);
                  field?.scrollIntoView({ block: 'center' });
                  field?.querySelector<HTMLElement>('input,select,textarea')?.focus();
                }}
              >
                {title ? `${title}：${error.message}` : error.message}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The pages bring their own submit buttons. */
function NoButton(_: IconButtonProps | object) {
  return null;
}

export const templates: Partial<Omit<TemplatesType, 'ButtonTemplates'>> & {
  ButtonTemplates: Partial<TemplatesType['ButtonTemplates']>;
} = {
  FieldTemplate: Field,
  ObjectFieldTemplate: Section,
  ArrayFieldTemplate: List,
  ArrayFieldItemTemplate: ListItem,
  ErrorListTemplate: ErrorSummary,
  BaseInputTemplate: Line,
  ButtonTemplates: { SubmitButton: NoButton },
};
