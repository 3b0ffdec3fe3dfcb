/** Form fields that a file carries with it, as a JSON Schema that can be kept as a form of ours. */
import { own, type ForeignReader } from '../attributes.js';
import { CAMUNDA } from '../dialects/namespaces.js';
import type { BpmnNode } from '../moddle.js';

interface Field {
  name: string;
  schema: Record<string, unknown>;
  required: boolean;
}

/** `formData` of Camunda 7 and the `formProperty` of Activiti and Flowable. */
export function schemaOfFields(fields: readonly BpmnNode[], foreign: ForeignReader): string {
  return schemaText(
    fields.flatMap((field): Field[] => {
      const name = own(field, 'id');
      if (name === undefined) return [];
      const rules = foreign
        .inside(field, CAMUNDA, 'validation')
        .flatMap((validation) => foreign.inside(validation, CAMUNDA, 'constraint'));
      const choices = foreign.inside(field, CAMUNDA, 'value');
      return [
        {
          name,
          schema: {
            ...typeOf(own(field, 'type') ?? 'string'),
            title: own(field, 'label') ?? own(field, 'name') ?? name,
            ...(choices.length > 0 && { oneOf: choices.map(choice) }),
          },
          required:
            own(field, 'required') === 'true' ||
            rules.some((rule) => own(rule, 'name') === 'required'),
        },
      ];
    }),
  );
}

const choice = (value: BpmnNode) => ({
  const: own(value, 'id') ?? '',
  title: own(value, 'name') ?? own(value, 'id') ?? '',
});

const TYPES: Readonly<Record<string, object>> = {
  string: { type: 'string' },
  textfield: { type: 'string' },
  textarea: { type: 'string' },
  enum: { type: 'string' },
  radio: { type: 'string' },
  select: { type: 'string' },
  long: { type: 'integer' },
  integer: { type: 'integer' },
  double: { type: 'number' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  checkbox: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
};

/** Of what is not known it is a text. */
const typeOf = (name: string): object =>
  Object.hasOwn(TYPES, name) ? (TYPES[name] as object) : { type: 'string' };

/** A form of Camunda 8 (`userTaskForm`), which is JSON. Undefined when it cannot be read. */
export function schemaOfForm(json: string): string | undefined {
  try {
    return schemaText(componentsIn(JSON.parse(json)));
  } catch (error) {
    // no JSON, or nested beyond what can be read
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Fields among the components of a form or of a group; what has another shape is none. */
const componentsIn = (holder: unknown): Field[] => listOf(holder, 'components').flatMap(fieldsOf);

function fieldsOf(component: unknown): Field[] {
  const name = textOf(component, 'key');
  if (name === undefined) return componentsIn(component);
  const choices = listOf(component, 'values');
  const schema = {
    ...typeOf(textOf(component, 'type') ?? ''),
    title: textOf(component, 'label') ?? name,
    ...(choices.length > 0 && { oneOf: choices.map(choiceIn) }),
  };
  return [{ name, schema, required: entry(entry(component, 'validate'), 'required') === true }];
}

const choiceIn = (choice: unknown) => {
  const value = textOf(choice, 'value') ?? '';
  return { const: value, title: textOf(choice, 'label') ?? value };
};

const entry = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name)
    ? (holder as Record<string, unknown>)[name]
    : undefined;

function textOf(holder: unknown, name: string): string | undefined {
  const value = entry(holder, name);
  return typeof value === 'string' ? value : undefined;
}

function listOf(holder: unknown, name: string): unknown[] {
  const value = entry(holder, name);
  return Array.isArray(value) ? (value as unknown[]) : [];
}

const schemaText = (fields: readonly Field[]): string =>
  JSON.stringify({
    type: 'object',
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
  });
