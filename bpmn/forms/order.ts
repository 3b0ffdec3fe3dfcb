/**
 * A form's order is said, not read off: JSON's objects have none, and PostgreSQL keeps none. `ui:order`
 * (react-jsonschema-form) says it for the form, its groups and its tables.
 */
import { fieldsOf, type FormField } from './form.js';

export type Look = Record<string, unknown>;

const isLook = (value: unknown): value is Look =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const lookOf = (value: unknown): Look => (isLook(value) ? value : {});

/** The fields' names as they stand: those that the look names, then the others as they are written. */
export function namesInOrder(form: FormField, look: Look): string[] {
  const names = Object.keys(fieldsOf(form));
  const said = Array.isArray(look['ui:order']) ? (look['ui:order'] as string[]) : [];
  return [...new Set([...said.filter((name) => names.includes(name)), ...names])];
}

/** The look with the order of every level in it. */
export function withOrder(form: FormField, look: Look): Look {
  const ordered: Look = { ...look, 'ui:order': namesInOrder(form, look) };
  for (const [name, field] of Object.entries(fieldsOf(form))) {
    const own = lookOf(look[name]);
    if (field.properties) ordered[name] = withOrder(field, own);
    if (field.items?.properties)
      ordered[name] = { ...own, items: withOrder(field.items, lookOf(own.items)) };
  }
  return ordered;
}
