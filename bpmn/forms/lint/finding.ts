import type { FormField } from '../form.js';

/** What is to be said of a form; one with an error is kept as a draft, but not published. */
export interface FormFinding {
  severity: 'error' | 'warning';
  /** English, kebab-case, stable. */
  rule: string;
  /** Name of the field; of one within another both, by a dot. Undefined = the whole. */
  element?: string;
  /** Chinese: what is wrong and what to do. */
  message: string;
}

/** A field where it stands. */
export interface Placed {
  /** As `element` of a finding. */
  place: string;
  name: string;
  field: FormField;
  /** What it stands in; undefined = the form itself. */
  within?: FormField;
  /** Only some answers bring it up (allOf, then, else): it is no field of `properties`. */
  conditional?: boolean;
}

export const error = (rule: string, element: string | undefined, message: string): FormFinding => ({
  ...{ severity: 'error', rule, message },
  ...(element !== undefined && { element }),
});

/** As people call it. */
export const called = ({ field, name }: Placed): string => `“${field.title?.trim() || name}”`;
