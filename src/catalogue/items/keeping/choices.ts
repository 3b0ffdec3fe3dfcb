/**
 * What an item's editor offers: the fields of an item as a JSON Schema, made of their one declaration,
 * with the names of their values and, where an item points to something, what there is to point to.
 */
import type { EntityManager } from 'typeorm';
import { ITEM_TYPES } from '../../../../workflows/item-types/index.js';
import { PAUSE_NAMES } from '../../../../workflows/law/index.js';
import { ItemDefinition } from '../definition/index.js';
import { HELD_NAMES } from '../held-names.js';
import { VALUE_NAMES } from './value-names.js';

export interface EditorSchema {
  title?: string;
  type?: string;
  properties?: Record<string, EditorSchema>;
  items?: EditorSchema;
  /** Chosen from these alone. */
  oneOf?: { const: string; title: string }[];
  /** Offered, and others may be typed. */
  examples?: string[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
}

type Choices = ReadonlyMap<string, EditorSchema['oneOf']>;

/** The schema of an item's editor. Nothing is required: a draft is kept as far as it goes. */
export async function editorSchema(manager: EntityManager): Promise<EditorSchema> {
  const choices: Choices = new Map([
    ['/type', ITEM_TYPES.map(({ code, name }) => ({ const: code, title: `${code} ${name}` }))],
    ['/processId', await processes(manager)],
    ['/form', await forms(manager)],
    ['/area', await counties(manager)],
    ['/lead/line', await lines(manager)],
    ['/joint/line', await lines(manager)],
    ['/special/reason', named(PAUSE_NAMES)],
    ['/materials/heldAs', named(HELD_NAMES)],
  ]);
  const schema = schemaOf(ItemDefinition.prototype, '', choices);
  const licence = schema.properties?.result?.properties?.licenceType;
  if (licence) licence.examples = await licenceTypes(manager);
  return schema;
}

const named = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, title]) => ({ const: value, title }));

interface Declared {
  description?: string;
  type?: unknown;
  enum?: string[];
  items?: { maxLength?: number };
  oneOf?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
}

/** Of a class by what its fields' decorators declare. */
function schemaOf(shape: object, place: string, choices: Choices): EditorSchema {
  const members = Reflect.getMetadata('swagger/apiModelPropertiesArray', shape) as string[];
  const properties = members
    .map((member) => member.replace(/^:/, ''))
    .map((name) => {
      const declared = Reflect.getMetadata('swagger/apiModelProperties', shape, name) as Declared;
      return [name, fieldSchema(declared, name, `${place}/${name}`, choices)] as const;
    });
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function fieldSchema(
  declared: Declared,
  name: string,
  place: string,
  choices: Choices,
): EditorSchema {
  const title = declared.description ?? name;
  const { minimum, maximum, maxLength, maxItems } = declared;
  const bounds = {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(maxLength !== undefined && { maxLength }),
    ...(maxItems !== undefined && { maxItems }),
  };
  const offered = choices.get(place);
  if (offered) return { title, type: 'string', oneOf: offered };
  if (declared.enum) {
    const options = declared.enum.map((value) => ({
      const: value,
      title: VALUE_NAMES[value] ?? value,
    }));
    return { title, type: 'string', oneOf: options };
  }
  const { type } = declared;
  if (Array.isArray(type)) {
    const items = schemaOf((type[0] as { prototype: object }).prototype, place, choices);
    return { title, type: 'array', items, ...bounds };
  }
  if (type === 'array') return { title, type: 'array', items: { type: 'string' }, ...bounds };
  if (type === Boolean) return { title, type: 'boolean' };
  if (type === 'integer') return { title, type: 'integer', ...bounds };
  if (typeof type === 'function' && type !== String && type !== Object)
    return { title, ...schemaOf((type as { prototype: object }).prototype, place, choices) };
  return type === Object ? { title, type: 'object' } : { title, type: 'string', ...bounds };
}

type Option = { const: string; title: string };

const processes = (manager: EntityManager): Promise<Option[]> =>
  manager.query<Option[]>(
    `SELECT process_id AS const, name || '（' || process_id || '）' AS title FROM process_version
      WHERE state = 'published' ORDER BY name`,
  );

const counties = (manager: EntityManager): Promise<Option[]> =>
  manager.query<Option[]>(
    `SELECT code AS const, name AS title FROM region WHERE level = 'county'
        AND (valid_to IS NULL OR valid_to > current_date) ORDER BY code`,
  );

/** Lines by the name of their department in the city, in a county where the city has none. */
const lines = (manager: EntityManager): Promise<Option[]> =>
  manager.query<Option[]>(
    `SELECT line AS const, coalesce((array_agg(name ORDER BY level = 'city' DESC, id))[1], line) AS title
       FROM organisation
      WHERE line IS NOT NULL AND level IN ('city', 'county')
        AND (valid_to IS NULL OR valid_to > current_date)
      GROUP BY line ORDER BY line`,
  );

async function licenceTypes(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ type: string }[]>(
    `SELECT DISTINCT data#>>'{result,licenceType}' AS type FROM item_in_force
      WHERE data#>>'{result,licenceType}' IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ type }) => type);
}

const forms = (manager: EntityManager): Promise<Option[]> =>
  manager.query<Option[]>(
    `SELECT form_id AS const, name || '（' || form_id || '）' AS title FROM form_version
      WHERE state = 'published' ORDER BY name`,
  );
