/** What of an answer only the city's data can tell: whether a place is one of its regions. */
import type { EntityManager } from 'typeorm';
import type { FormFault } from './faults.js';
import type { Form } from './store.js';

type Data = Record<string, unknown>;

interface Address {
  region?: unknown;
  place?: unknown;
}

/** Addresses whose region there is not, or is called otherwise. @param data as far as it is to be looked up */
export async function addressFaults(
  manager: EntityManager,
  { schema }: Form,
  data: Data,
): Promise<FormFault[]> {
  const asked = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const { region, place } = (data[name] ?? {}) as Address;
    return field['x-kind'] === 'address' && typeof region === 'string'
      ? [{ name, title: field.title ?? name, region, place }]
      : [];
  });
  if (asked.length === 0) return [];
  const rows = await manager.query<{ code: string; name: string }[]>(
    `SELECT code, name FROM region WHERE code = ANY ($1)`,
    [asked.map(({ region }) => region)],
  );
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return asked
    .filter(({ region, place }) => {
      const name = names.get(region);
      return name === undefined || typeof place !== 'string' || !place.endsWith(name);
    })
    .map(({ name, title }) => ({
      ...{ field: `/${name}/region`, title, message: `${title}：请从列表中选择所在地区` },
    }));
}
