/** Acts on regions (GB/T 2260): a city that starts empty enters its counties, townships and villages itself. */
import { notFound, unprocessable } from '../../platform/errors.js';
import type { RegionLevel } from '../../people/index.js';
import type { Act } from '../changes/index.js';
import { requireRules, type Rule } from '../faults.js';

export interface NewRegion {
  code: string;
  name: string;
  level: RegionLevel;
  parent: string | null;
  validFrom: string;
}

const LENGTH = `CASE r.level WHEN 'township' THEN 9 WHEN 'village' THEN 12 ELSE 6 END`;
/** What a region's code has in common with those below it. */
const STEM = (alias: string) =>
  `left(${alias}.code, CASE ${alias}.level WHEN 'city' THEN 4 WHEN 'county' THEN 6 WHEN 'township' THEN 9 ELSE 12 END)`;

const rule = (code: string, field: string, broken: string, message: Rule['message']): Rule => ({
  code,
  field,
  sql: `SELECT r.code AS key, r.name FROM region r LEFT JOIN region a ON a.code = r.parent
         WHERE r.code = ANY($1) AND $2::date IS NOT NULL AND (${broken})`,
  message,
});

const REGION_RULES: readonly Rule[] = [
  rule(
    'region-code-form',
    'code',
    `length(r.code) <> ${LENGTH} OR (r.level = 'city' AND right(r.code, 2) <> '00')
       OR (r.level = 'county' AND right(r.code, 2) = '00')`,
    (name) => `${name}的代码位数不对：市、县 6 位，镇街 9 位，村居 12 位；市以 00 结尾。`,
  ),
  rule(
    'region-parent',
    'parent',
    `(r.level = 'city') <> (r.parent IS NULL) OR (r.parent IS NOT NULL AND (a.level IS DISTINCT FROM
       CASE r.level WHEN 'county' THEN 'city' WHEN 'township' THEN 'county' ELSE 'township' END
       OR NOT starts_with(r.code, ${STEM('a')})))`,
    (name) => `${name}的代码须以上级区划的代码开头，上级须正好高一级。`,
  ),
  rule(
    'region-name-taken',
    'name',
    `EXISTS (SELECT 1 FROM region s WHERE s.name = r.name AND s.code <> r.code
       AND s.parent IS NOT DISTINCT FROM r.parent AND s.valid_to IS NULL)`,
    (name) => `同一上级下已有${name}。`,
  ),
];

export const ADD_REGION: Act<NewRegion> = {
  kind: 'region',
  act: 'add',
  grounds: (asked) => ({ regions: asked.map(({ code }) => code) }),
  async apply({ manager, day }, asked) {
    const codes = asked.map(({ code }) => code);
    const known = await manager.query<{ code: string }[]>(
      `SELECT code FROM region WHERE code = ANY($1::text[] || $2::text[])`,
      [codes, asked.flatMap(({ parent }) => parent ?? [])],
    );
    const there = new Set(known.map(({ code }) => code));
    for (const { code, parent } of asked) {
      if (there.has(code))
        throw unprocessable('region-taken', `代码 ${code} 已经登记；请核对。`, { field: 'code' });
      if (parent !== null && !there.has(parent) && !codes.includes(parent))
        throw unprocessable('region-parent', `没有登记上级区划 ${parent}。`, { field: 'parent' });
    }
    await manager.query(
      `INSERT INTO region (code, name, level, parent, valid_from)
       SELECT code, name, level, parent, "validFrom" FROM jsonb_to_recordset($1)
         AS r (code text, name text, level text, parent text, "validFrom" date)
       ORDER BY length(code), code`,
      [JSON.stringify(asked)],
    );
    await requireRules(manager, REGION_RULES, codes, day);
    return asked.map(({ code, ...after }) => ({ key: code, before: null, after }));
  },
};

export interface ChangedRegion {
  code: string;
  /** A new name; the code stays. */
  name?: string;
  /** Abolished from the act's day on. */
  ended?: boolean;
}

export const CHANGE_REGION: Act<ChangedRegion> = {
  kind: 'region',
  act: 'change',
  waits: true,
  grounds: (asked) => ({ regions: asked.map(({ code }) => code) }),
  async apply({ manager, day }, asked) {
    const done = [];
    for (const { code, name, ended } of asked) {
      const [old] = await manager.query<
        { name: string; level: RegionLevel; validTo: string | null }[]
      >(`SELECT name, level, valid_to::text AS "validTo" FROM region WHERE code = $1 FOR UPDATE`, [
        code,
      ]);
      if (!old) throw notFound('region-not-found', `没有区划 ${code}。`);
      await manager.query(
        `UPDATE region SET name = coalesce($2, name), valid_to = CASE WHEN $3 THEN $4::date ELSE valid_to END
          WHERE code = $1`,
        [code, name ?? null, ended ?? false, day],
      );
      const renamed = name !== undefined && name !== old.name;
      done.push({
        key: code,
        before: { ...(renamed && { name: old.name }), ...(ended && { validTo: old.validTo }) },
        after: { ...(renamed && { name }), ...(ended && { validTo: day }) },
      });
    }
    await requireRules(
      manager,
      REGION_RULES,
      asked.map(({ code }) => code),
      day,
    );
    await requireRules(
      manager,
      ENDED_RULES,
      asked.flatMap(({ code, ended }) => (ended ? [code] : [])),
      day,
    );
    return done;
  },
};

/** What still is where a region ends. */
const ENDED_RULES: readonly Rule[] = [
  {
    code: 'has-regions-below',
    field: 'code',
    sql: `SELECT r.parent AS key, min(r.name) AS name FROM region r WHERE r.parent = ANY($1)
            AND (r.valid_to IS NULL OR r.valid_to > $2::date) GROUP BY r.parent`,
    message: (name) => `还有下级区划（如${name}）。`,
  },
  {
    code: 'has-bodies',
    field: 'code',
    sql: `SELECT s.code AS key, min(o.name) AS name FROM organisation o,
            LATERAL unnest(o.service_area || o.region) s (code)
           WHERE s.code = ANY($1) AND (o.valid_to IS NULL OR o.valid_to > $2::date) GROUP BY s.code`,
    message: (name) => `还有机构在这里（如${name}）；请先移走或撤销。`,
  },
];
