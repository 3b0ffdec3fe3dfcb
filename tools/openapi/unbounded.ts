/** What an OpenAPI document asks for without a bound. */

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  pattern?: string;
  maxLength?: number;
  maximum?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
}

interface Operation {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, object> };
}

/** A format or a pattern says how long a text is. */
const isBounded = ({ type, format, enum: values, pattern, ...limits }: Schema): boolean => {
  if (values) return true;
  if (type === 'string') return limits.maxLength !== undefined || !!format || !!pattern;
  if (type === 'number' || type === 'integer') return limits.maximum !== undefined;
  return type !== 'array' || limits.maxItems !== undefined;
};

/**
 * Texts, numbers and lists of bodies and queries that may be of any length or size, as
 * `operation address.field`. What a path names is found or not; an open object is bounded by its body.
 */
export function unbounded({ paths, components }: Document): string[] {
  const found: string[] = [];
  const look = (schema: Schema | undefined, place: string, seen: string[] = []): void => {
    if (!schema) return;
    if (schema.$ref) {
      const name = schema.$ref.split('/').at(-1)!;
      if (!seen.includes(name)) look(components?.schemas?.[name], place, [...seen, name]);
      return;
    }
    if (!isBounded(schema)) found.push(place);
    for (const part of [...(schema.allOf ?? []), ...(schema.oneOf ?? [])]) look(part, place, seen);
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      look(field, `${place}.${name}`, seen);
    }
    look(schema.items, `${place}[]`, seen);
  };
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { parameters = [], requestBody }] of Object.entries(operations)) {
      const place = `${method} ${path}`;
      for (const { name, in: where, schema } of parameters) {
        if (where === 'query') look(schema, `${place}?${name}`);
      }
      for (const { schema } of Object.values(requestBody?.content ?? {})) look(schema, place);
    }
  }
  return found;
}
