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
            ...TYPES[own(field, 'type') ?? 'string'],
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

interface Component {
  key?: string;
  label?: string;
  type?: string;
  values?: { label?: string; value?: string }[];
  components?: Component[];
  validate?: { required?: boolean };
}

/** A form of Camunda 8 (`userTaskForm`), which is JSON. Undefined when it cannot be read. */
export function schemaOfForm(json: string): string | undefined {
  try {
    const { components = [] } = JSON.parse(json) as { components?: Component[] };
    return schemaText(components.flatMap(fieldsOf));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fieldsOf({ key, label, type, values, validate, components = [] }: Component): Field[] {
  if (key === undefined) return components.flatMap(fieldsOf);
  const schema = {
    ...(TYPES[type ?? ''] ?? { type: 'string' }),
    title: label ?? key,
    ...(values && {
      oneOf: values.map((one) => ({ const: one.value, title: one.label ?? one.value })),
    }),
  };
  return [{ name: key, schema, required: validate?.required === true }];
}

const schemaText = (fields: readonly Field[]): string =>
  JSON.stringify({
    type: 'object',
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
  });
