/** Acts on who decides which item where: set or taken away, from a day on. */
import type { EntityManager } from 'typeorm';
import type { ItemAuthority, RegionLevel } from '../../people/index.js';
import { notFound, unprocessable } from '../../platform/errors.js';
import type { Act } from '../changes/index.js';
import { type Grounds, type Keeper, requireKept, requireOwn } from '../scope/index.js';
import { type Outcome, outcomesOf } from './outcomes.js';

/** What the item's task would go to, and where: one line of the table. */
export interface AuthorityKey {
  item: string;
  /** Code of a region (all of it), or id of a zone. */
  area: string;
  replacesLine: string;
  replacesLevel: RegionLevel;
}

export interface Authority extends AuthorityKey {
  /** The body; or else whoever has this line at this level. */
  organisation: string | null;
  line: string | null;
  level: RegionLevel | null;
  inNameOf: string | null;
  regulator: string | null;
  note: string;
}

const keyOf = ({ item, area, replacesLine, replacesLevel }: AuthorityKey): string =>
  [item, area, replacesLine, replacesLevel].join('/');

const isRegion = (area: string) => /^\d+$/.test(area);

/** What can be told by what is asked alone; whose tasks they are shows once it is written. */
const groundsOf = (asked: readonly (AuthorityKey & Partial<Authority>)[]): Grounds => ({
  wholeCity: asked.some(({ replacesLevel, level }) => [replacesLevel, level].includes('city')),
  lines: asked.flatMap(({ replacesLine, line }) => [replacesLine, ...(line ? [line] : [])]),
  regions: asked.flatMap(({ area }) => (isRegion(area) ? [area] : [])),
  organisations: asked.flatMap(({ area, organisation, inNameOf, regulator }) => [
    ...(isRegion(area) ? [] : [area]),
    ...[organisation, inNameOf, regulator],
  ]),
});

export const SET_AUTHORITY: Act<Authority> = {
  kind: 'authority',
  act: 'set',
  waits: true,
  grounds: groundsOf,
  async apply({ manager, by, day }, asked) {
    const done = [];
    for (const authority of asked) {
      await requireKnown(manager, authority, day);
      // What comes with the platform is loaded before its items are.
      if (by.personId !== null) await requireItem(manager, authority.item);
      const before = await outcomesOf(manager, authority);
      const old = await authorityOf(manager, authority);
      await write(manager, authority);
      const after = await outcomesOf(manager, authority);
      requireBody(before, after);
      await requireTheirs({ manager, by }, authority, { old, outcomes: [...before, ...after] });
      done.push({ key: keyOf(authority), before: old, after: contentOf(authority) });
    }
    return done;
  },
};

export const REMOVE_AUTHORITY: Act<AuthorityKey> = {
  kind: 'authority',
  act: 'remove',
  waits: true,
  grounds: groundsOf,
  async apply({ manager, by }, asked) {
    const done = [];
    for (const key of asked) {
      const before = await outcomesOf(manager, key);
      const old = await authorityOf(manager, key);
      if (!old) throw notFound('authority-not-found', '没有这条职权分工；请刷新后再看。');
      await manager.query(
        `DELETE FROM item_authority
          WHERE item_code = $1 AND area = $2 AND replaces_line = $3 AND replaces_level = $4`,
        [key.item, key.area, key.replacesLine, key.replacesLevel],
      );
      const after = await outcomesOf(manager, key);
      requireBody(before, after);
      await requireTheirs({ manager, by }, key, { old, outcomes: [...before, ...after] });
      done.push({ key: keyOf(key), before: old, after: null });
    }
    return done;
  },
};

const contentOf = ({ organisation, line, level, inNameOf, regulator, note }: Authority) => ({
  ...{ organisation, line, level, inNameOf, regulator, note },
});

/**
 * Whose task it was, who gets it and whom the line named so far: all are the keeper's; and what the city
 * settled stays settled.
 * @throws DomainError `not-yours-to-keep`, `set-above`
 */
async function requireTheirs(
  { manager, by }: { manager: EntityManager; by: Keeper },
  key: AuthorityKey,
  { old, outcomes }: { old: Kept | null; outcomes: readonly Outcome[] },
): Promise<void> {
  await requireKept(manager, by, {
    organisations: [
      ...outcomes.map(({ body }) => body),
      ...[old?.organisation, old?.inNameOf, old?.regulator],
    ],
  });
  if (old)
    await requireOwn(manager, by, { kind: 'authority', key: keyOf(key), acts: ['set', 'remove'] });
}

/** Nothing is left silently without a body that had one. @throws DomainError `left-without-body` */
function requireBody(before: readonly Outcome[], after: readonly Outcome[]): void {
  const lost = after.filter(
    ({ area, body }) => !body && before.some((one) => one.area === area && one.body),
  );
  if (lost.length === 0) return;
  const names = lost.slice(0, 5).map(({ areaName }) => areaName);
  throw unprocessable(
    'left-without-body',
    `这样改，${names.join('、')}${lost.length > 5 ? '等' : ''}就没有机构办理这个事项；请指定机构，或先设立相应的机构。`,
    { field: 'organisation', areas: lost.map(({ area }) => area) },
  );
}

async function requireItem(manager: EntityManager, item: string): Promise<void> {
  const rows = await manager.query<unknown[]>(`SELECT 1 FROM item WHERE code = $1 LIMIT 1`, [item]);
  if (rows.length === 0)
    throw unprocessable('no-such-item', `没有事项 ${item}。`, { field: 'item' });
}

async function requireKnown(
  manager: EntityManager,
  { area, organisation, line, level, inNameOf, regulator }: Authority,
  day: string,
): Promise<void> {
  const [row] = await manager.query<{ area: boolean; bodies: string[] }[]>(
    `SELECT EXISTS (SELECT 1 FROM region WHERE code = $1
                     UNION ALL SELECT 1 FROM organisation WHERE id = $1 AND kind = 'zone') AS area,
            ARRAY(SELECT id FROM organisation WHERE id = ANY($2) AND kind NOT IN ('zone', 'window')
                   AND (valid_to IS NULL OR valid_to > $3::date)) AS bodies`,
    [area, [organisation, inNameOf, regulator].filter((id) => id !== null), day],
  );
  if (!row!.area)
    throw unprocessable('no-such-area', `没有登记 ${area} 这个区划或开发区。`, { field: 'area' });
  for (const [field, id] of Object.entries({ organisation, inNameOf, regulator }))
    if (id !== null && !row!.bodies.includes(id))
      throw unprocessable('no-such-body', `没有编号为“${id}”的现有机构。`, { field });
  if (!organisation && !(line && level))
    throw unprocessable('to-whom', '请指定机构，或者条线和层级。', { field: 'organisation' });
}

async function write(manager: EntityManager, authority: Authority): Promise<void> {
  const { item, area, replacesLine, replacesLevel, note } = authority;
  const { organisation, line, level, inNameOf, regulator } = authority;
  await manager.query(
    `INSERT INTO item_authority (item_code, area, replaces_line, replaces_level, line, level,
       organisation_id, in_name_of, regulator, note)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (item_code, area, replaces_line, replaces_level) DO UPDATE SET
       line = excluded.line, level = excluded.level, organisation_id = excluded.organisation_id,
       in_name_of = excluded.in_name_of, regulator = excluded.regulator, note = excluded.note`,
    [
      ...[item, area, replacesLine, replacesLevel, line, level, organisation, inNameOf],
      ...[regulator, note],
    ],
  );
}

type Kept = Pick<ItemAuthority, 'line' | 'level' | 'inNameOf' | 'regulator' | 'note'> & {
  organisation: string | null;
};

async function authorityOf(manager: EntityManager, key: AuthorityKey): Promise<Kept | null> {
  const [row] = await manager.query<Kept[]>(
    `SELECT organisation_id AS organisation, line, level, in_name_of AS "inNameOf", regulator, note
       FROM item_authority
      WHERE item_code = $1 AND area = $2 AND replaces_line = $3 AND replaces_level = $4`,
    [key.item, key.area, key.replacesLine, key.replacesLevel],
  );
  return row ?? null;
}
