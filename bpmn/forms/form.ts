/** What may be chosen: a text, a number, or yes or no. */
type Plain = string | number | boolean;

/**
 * As much of a form or of its field as is read here: what is served is declared whole by the catalogue,
 * by which the compiler holds this.
 */
export interface FormField {
  title?: string;
  description?: string;
  type?: string;
  format?: string;
  const?: Plain;
  default?: Plain;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  multipleOf?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  required?: string[];
  additionalProperties?: boolean;
  enum?: Plain[];
  /** What the values of `enum` are called. */
  enumNames?: string[];
  oneOf?: FormChoice[];
  items?: FormField;
  properties?: Record<string, FormField>;
  /** Parts that only some answers bring up. */
  allOf?: FormField[];
  if?: FormField;
  then?: FormField;
  else?: FormField;
  /** Of which kind it is (`kinds.ts`), where its type does not say. */
  'x-kind'?: string;
  /** FEEL over the other fields' names: it is asked for only where this is true. */
  'x-shown'?: string;
  /** What fills it in before the applicant does. */
  'x-prefill'?: Prefill;
  /** A day's bounds: `2026-11-30`, `today`, `today-18y`, `startOn+1y` of the field startOn. */
  'x-earliest'?: string;
  'x-latest'?: string;
  /** English, for who reads that. */
  'x-title-en'?: string;
  'x-description-en'?: string;
}

/** A register of the province's data sharing, and which of its fields. */
export interface Prefill {
  register: string;
  field: string;
}

export interface FormChoice {
  const: Plain;
  title?: string;
}

/** A form's fields by name, those that only some answers bring up included; null = no form. */
export function fieldsOf(form: FormField | null): Record<string, FormField> {
  if (!form) return {};
  const parts = [...(form.allOf ?? []), form.then, form.else].filter((part) => part !== undefined);
  const own = form.properties ?? {};
  // What is always asked comes first, and says what it is.
  return Object.assign({}, own, ...parts.map(fieldsOf), own) as Record<string, FormField>;
}

/** Titles of a form's fields by name. */
export const titlesOf = (form: FormField | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldsOf(form)).map(([name, { title }]) => [name, title ?? name]),
  );

/** What a field lets choose; undefined where it is filled in freely. */
export function choicesOf(field: FormField): { value: Plain; label: string }[] | undefined {
  const labelled = (value: Plain, label: string | undefined) => ({
    value,
    label: label ?? String(value),
  });
  return (
    field.oneOf?.map((one) => labelled(one.const, one.title)) ??
    field.enum?.map((value, at) => labelled(value, field.enumNames?.[at]))
  );
}
