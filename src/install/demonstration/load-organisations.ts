/**
 * The city of the demonstration – regions, bodies, who decides what where –, written by the very acts that
 * administrators use. What is there already stays as the city has it.
 */
import { readFileSync } from 'node:fs';
import type { DataSource, EntityManager } from 'typeorm';
import {
  ADD_ORGANISATION,
  ADD_REGION,
  performAll,
  SET_AUTHORITY,
  THE_PLATFORM,
} from '../../administration/index.js';
import { readRegions } from '../../people/index.js';
import { loadOnce } from '../../platform/database/load-once.js';
import type { AuthorityDefinition, OrganisationsData } from './organisations-data.js';
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
    await performAll(manager, ADD_REGION, {
      by: THE_PLATFORM,
      asked: (await missing(manager, 'region', regions, ({ code }) => code)).map((region) => ({
        ...region,
        validFrom: SINCE_EVER,
      })),
    });
    const bodies = buildOrganisations(data, regions);
    await performAll(manager, ADD_ORGANISATION, {
      by: THE_PLATFORM,
      asked: (await missing(manager, 'organisation', bodies, ({ id }) => id)).map(
        ({ parentId: parent, ...body }) => ({
          ...{ ...body, parent, inNameOf: null, validFrom: SINCE_EVER },
        }),
      ),
    });
    await performAll(manager, SET_AUTHORITY, {
      by: THE_PLATFORM,
      asked: data.authorities.map(authorityOf),
    });
  });
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
