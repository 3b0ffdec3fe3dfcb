/** A form as it is drawn: each change makes a new one, so that it can be taken back. */
import {
  FIELD_KINDS,
  kindOfField,
  namesInOrder,
  withOrder,
  type Look,
} from '../../../bpmn/forms/index.js';
import type { FormContent, FormField } from '../api/model.js';

export const emptyForm = (id: string, title: string): FormContent => ({
  schema: { $id: `urn:onestop:form:${id}`, title, type: 'object', required: [], properties: {} },
  uiSchema: {},
});

/** How fields of a kind look beside what their schema says. */
const LOOKS: Record<string, Look> = {
  'long-text': { 'ui:widget': 'textarea' },
  choices: { 'ui:widget': 'checkboxes' },
};

const properties = ({ schema }: FormContent) => schema.properties ?? {};
const ordered = (schema: FormField, uiSchema: Look): FormContent => ({
  schema,
  uiSchema: withOrder(schema, uiSchema) as FormContent['uiSchema'],
});
const without = <Value>(of: Record<string, Value>, name: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(of).filter(([other]) => other !== name));

/** Fields that can be drawn, in their order; what if/then brings up is kept as it is. */
export const drawnNames = (form: FormContent): string[] =>
  namesInOrder(form.schema, form.uiSchema).filter((name) => properties(form)[name]);

/** Names of fields that only if/then brings up. */
export const fixedNames = (form: FormContent): string[] =>
  namesInOrder(form.schema, form.uiSchema).filter((name) => !properties(form)[name]);

export const kindCode = (field: FormField): string => kindOfField(field)?.code ?? '';

export function newField(kind: string, title: string): FormField {
  const { $schema: _draft, ...made } = FIELD_KINDS.find(
    ({ code }) => code === kind,
  )!.make() as FormField;
  return { ...made, title };
}

/** `idNumber`, `idNumber2` … */
function freeName(kind: string, taken: Record<string, unknown>): string {
  const name = kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  let free = name;
  for (let number = 2; free in taken; number++) free = `${name}${number}`;
  return free;
}

/** After the field named, else at the end. */
export function addField(
  form: FormContent,
  { kind, title, after }: { kind: string; title: string; after?: string | undefined },
): { form: FormContent; name: string } {
  const name = freeName(kind, { ...properties(form), ...form.uiSchema });
  const order = namesInOrder(form.schema, form.uiSchema);
  const at = after === undefined ? order.length : order.indexOf(after) + 1;
  const look = LOOKS[kind];
  const added = ordered(
    { ...form.schema, properties: { ...properties(form), [name]: newField(kind, title) } },
    { ...form.uiSchema, ...(look && { [name]: look }), 'ui:order': order.toSpliced(at, 0, name) },
  );
  return { form: added, name };
}

export function removeField(form: FormContent, name: string): FormContent {
  const required = (form.schema.required ?? []).filter((other) => other !== name);
  const schema = { ...form.schema, required, properties: without(properties(form), name) };
  return ordered(schema, without(form.uiSchema, name));
}

/** To the place of another, which moves on. */
export function placeField(form: FormContent, name: string, place: number): FormContent {
  const drawn = drawnNames(form).filter((other) => other !== name);
  const order = [...drawn.toSpliced(place, 0, name), ...fixedNames(form)];
  return ordered(form.schema, { ...form.uiSchema, 'ui:order': order });
}

export const changeField = (form: FormContent, name: string, field: FormField): FormContent =>
  ordered({ ...form.schema, properties: { ...properties(form), [name]: field } }, form.uiSchema);

export const changeForm = (form: FormContent, part: Partial<FormField>): FormContent => ({
  ...form,
  schema: { ...form.schema, ...part },
});

export function requireField(form: FormContent, name: string, needed: boolean): FormContent {
  const others = (form.schema.required ?? []).filter((other) => other !== name);
  return changeForm(form, { required: needed ? [...others, name] : others });
}

/** Nothing happens when the name is another's already. */
export function renameField(form: FormContent, from: string, to: string): FormContent {
  if (to === from || to === '' || to in properties(form)) return form;
  const name = (other: string) => (other === from ? to : other);
  const renamed = <Value>(of: Record<string, Value>) =>
    Object.fromEntries(Object.entries(of).map(([other, value]) => [name(other), value]));
  const order = namesInOrder(form.schema, form.uiSchema).map(name);
  return ordered(
    {
      ...form.schema,
      properties: renamed(properties(form)),
      required: (form.schema.required ?? []).map(name),
    },
    { ...renamed(form.uiSchema), 'ui:order': order },
  );
}

/** The field with a word said or, where it is empty, left out. */
export function said<Word extends keyof FormField>(
  field: FormField,
  word: Word,
  value: FormField[Word] | undefined | null | '',
): FormField {
  const { [word]: _before, ...rest } = field;
  const nothing = value === undefined || value === null || value === '';
  return nothing ? (rest as FormField) : { ...(rest as FormField), [word]: value };
}
