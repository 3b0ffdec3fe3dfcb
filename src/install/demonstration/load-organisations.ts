/**
 * The city of the demonstration – regions, bodies, who decides what where –, written by the very acts that
 * administrators use. What is there already stays as the city has it.
 */
import { readFileSync } from 'node:fs';
import type { DataSource, EntityManager } from 'typeorm';
import { ADD_ORGANISATION, ADD_REGION, SET_AUTHORITY } from '../../administration/index.js';
import { readRegions } from '../../people/index.js';
import { loadOnce } from '../../platform/database/load-once.js';
import type { AuthorityDefinition, OrganisationsData } from './organisations-data.js';
import { performSound, tellLeftOut } from './perform-sound.js';
import { buildOrganisations } from './unfolding/index.js';

/** Raised when the same data unfold into other rows than before. */
const UNFOLDING = 1;
/** Codes and bodies of the demonstration were there before the platform. */
const SINCE_EVER = '2000-01-01';
const FILE = new URL('../../../demonstration/organisations.json', import.meta.url);

/** Idempotent; about 3,000 bodies in one go. */
export async function loadOrganisations(dataSource: DataSource): Promise<void> {
  const content = readFileSync(FILE, 'utf8');
  const data = JSON.parse(content) as OrganisationsData;
  await loadOnce(dataSource, 'organisations', `${UNFOLDING}\n${content}`, async (manager) => {
    const regions = readRegions(data.city);
    const newRegions = (await missing(manager, 'region', regions, ({ code }) => code)).map(
      (region) => ({ ...region, validFrom: SINCE_EVER }),
    );
    const bodies = buildOrganisations(data, regions);
    const newBodies = (await missing(manager, 'organisation', bodies, ({ id }) => id)).map(
      ({ parentId: parent, ...body }) => ({
        ...{ ...body, parent, inNameOf: null, validFrom: SINCE_EVER },
      }),
    );
    const powers = await unsettled(manager, data.authorities.map(authorityOf));
    tellLeftOut([
      ...(await performSound(manager, ADD_REGION, newRegions, ({ code }) => code)),
      ...(await performSound(manager, ADD_ORGANISATION, newBodies, ({ id }) => id)),
      ...(await performSound(manager, SET_AUTHORITY, powers, keyOfAuthority)),
    ]);
  });
}

type Power = ReturnType<typeof authorityOf>;

const keyOfAuthority = ({ item, area, replacesLine, replacesLevel }: Power): string =>
  [item, area, replacesLine, replacesLevel].join('/');

/** Those that the city has not settled itself: what it set stays, and what it took away does not come back. */
async function unsettled(manager: EntityManager, powers: readonly Power[]): Promise<Power[]> {
  const known = await manager.query<{ key: string }[]>(
    `SELECT key FROM register_change WHERE kind = 'authority' AND key = ANY($1)
     UNION SELECT concat_ws('/', item_code, area, replaces_line, replaces_level) FROM item_authority`,
    [powers.map(keyOfAuthority)],
  );
  const there = new Set(known.map(({ key }) => key));
  return powers.filter((one) => !there.has(keyOfAuthority(one)));
}

/** Those that are not there yet. */
async function missing<Row>(
  manager: EntityManager,
  table: 'region' | 'organisation',
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Promise<Row[]> {
  const known = await manager.query<{ key: string }[]>(
    table === 'region'
      ? `SELECT code AS key FROM region WHERE code = ANY($1)`
      : `SELECT id AS key FROM organisation WHERE id = ANY($1)`,
    [rows.map(keyOf)],
  );
  const there = new Set(known.map(({ key }) => key));
  return rows.filter((row) => !there.has(keyOf(row)));
}

const authorityOf = ({ item, area, replaces, ...to }: AuthorityDefinition) => ({
  ...{ item, area, replacesLine: replaces.line, replacesLevel: replaces.level },
  ...{ organisation: to.organisation ?? null, line: to.line ?? null, level: to.level ?? null },
  ...{ inNameOf: to.inNameOf ?? null, regulator: to.regulator ?? null, note: to.note },
});
