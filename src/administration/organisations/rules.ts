/** What must hold of the tree of organisations. Aliases: o the row written. */
import type { Rule } from '../faults.js';

const WRITTEN = `o.id = ANY($1)`;
/** Bodies that there are on the act's day or will be. */
const THERE = (alias: string) => `(${alias}.valid_to IS NULL OR ${alias}.valid_to > $2::date)`;

/** The order of levels, the city first. */
const RANK = (alias: string) =>
  `array_position(ARRAY['city', 'county', 'township', 'village'], ${alias}.level)`;

const rule = (
  code: string,
  field: string,
  broken: string,
  message: (name: string) => string,
  joins = '',
): Rule => ({
  code,
  field,
  sql: `SELECT o.id AS key, o.name FROM organisation o ${joins} WHERE ${WRITTEN} AND ${THERE('o')} AND (${broken})`,
  message,
});

const ABOVE = `LEFT JOIN organisation a ON a.id = o.parent_id`;

export const ORGANISATION_RULES: readonly Rule[] = [
  rule(
    'no-parent',
    'parent',
    `o.parent_id IS NULL AND NOT (o.level = 'city' AND o.kind IN ('government', 'department', 'service-centre'))`,
    (name) => `${name}须有上级机构；只有市级的机构可以没有。`,
  ),
  rule(
    'parent-closed',
    'parent',
    `a.valid_to IS NOT NULL AND a.valid_to <= $2::date`,
    (name) => `${name}的上级机构已经撤销；请选择现有的机构。`,
    ABOVE,
  ),
  rule(
    'parent-in-circle',
    'parent',
    `o.id IN (WITH RECURSIVE up AS (
       SELECT o.parent_id AS id, 1 AS height
       UNION ALL SELECT p.parent_id, height + 1 FROM organisation p JOIN up ON p.id = up.id WHERE height < 20)
     SELECT up.id FROM up WHERE up.id IS NOT NULL)`,
    (name) => `${name}不能隶属于自己或自己的下级机构。`,
  ),
  rule(
    'level-above-parent',
    'level',
    `${RANK('o')} < ${RANK('a')}`,
    (name) => `${name}的层级高于它的上级机构；请核对层级和上级。`,
    ABOVE,
  ),
  // A branch goes before its superiors' other bodies where tasks are given out.
  rule(
    'branch-level',
    'level',
    `o.kind = 'branch' AND ${RANK('o')} <= ${RANK('a')}`,
    (name) => `${name}是派出机构，层级须低于设立它的机构；请核对层级。`,
    ABOVE,
  ),
  rule(
    'region-of-level',
    'region',
    `o.kind NOT IN ('branch', 'zone') AND (a.kind IS DISTINCT FROM 'zone')
       AND NOT EXISTS (SELECT 1 FROM region r WHERE r.code = o.region AND r.level = o.level
         AND (r.valid_to IS NULL OR r.valid_to > $2::date))`,
    (name) => `${name}须有与其层级相同、现行有效的行政区划代码；请先登记区划。`,
    ABOVE,
  ),
  rule(
    'zone-has-no-code',
    'region',
    `o.region IS NOT NULL AND (o.kind IN ('branch', 'zone') OR a.kind = 'zone')`,
    (name) => `${name}没有自己的区划代码：派出机构填服务区域，开发区及其机构隶属于其上级。`,
    ABOVE,
  ),
  rule(
    'service-area',
    'serviceArea',
    `(o.kind = 'branch') <> (cardinality(o.service_area) > 0)
       OR EXISTS (SELECT 1 FROM unnest(o.service_area) s (code)
            LEFT JOIN region r ON r.code = s.code
           WHERE r.code IS NULL OR r.level <> o.level
              OR (a.region IS NOT NULL AND NOT starts_with(s.code,
                   CASE WHEN a.level = 'city' THEN left(a.region, 4) ELSE a.region END)))`,
    (name) =>
      `${name}：派出机构须填服务区域，别的机构不填；所填的须是其上级辖区内、与其层级相同的区划。`,
    ABOVE,
  ),
  rule(
    'no-line',
    'line',
    `o.line IS NULL AND o.kind <> 'zone'`,
    (name) => `${name}须有所属条线；人民政府填 government。`,
  ),
  rule(
    'line-taken',
    'line',
    `o.kind NOT IN ('window', 'zone', 'branch') AND EXISTS (
       SELECT 1 FROM organisation s WHERE s.id <> o.id AND s.kind NOT IN ('window', 'zone', 'branch')
          AND ${THERE('s')} AND s.line = o.line AND s.level = o.level
          AND s.region IS NOT DISTINCT FROM o.region
          AND (o.region IS NOT NULL OR s.parent_id = o.parent_id))`,
    (name) => `${name}：同一辖区、同一层级已有这个条线的机构，任务会不知去向；请核对。`,
  ),
  rule(
    'area-served',
    'serviceArea',
    `o.kind = 'branch' AND EXISTS (
       SELECT 1 FROM organisation s WHERE s.id <> o.id AND s.kind = 'branch' AND ${THERE('s')}
          AND s.line = o.line AND s.level = o.level AND s.service_area && o.service_area)`,
    (name) => `${name}的服务区域里已有同条线的派出机构；一处只归一个。`,
  ),
  rule(
    'name-taken',
    'name',
    `EXISTS (SELECT 1 FROM organisation s WHERE s.name = o.name AND s.id <> o.id AND ${THERE('s')}
       AND s.parent_id IS NOT DISTINCT FROM o.parent_id)`,
    (name) => `同一上级下已有${name}；请核对，或用完整的名称。`,
  ),
  rule(
    'in-name-of',
    'inNameOf',
    `o.in_name_of = o.id OR EXISTS (SELECT 1 FROM organisation b WHERE b.id = o.in_name_of
       AND (b.kind IN ('zone', 'window') OR NOT ${THERE('b')}))`,
    (name) => `${name}受委托的机关须是另一个现有的法定机关。`,
  ),
];

/** Looked at on the day a body closes. */
export const CLOSING_RULES: readonly Rule[] = [
  {
    code: 'has-bodies-below',
    field: 'organisation',
    sql: `SELECT o.parent_id AS key, min(o.name) AS name FROM organisation o
           WHERE o.parent_id = ANY($1) AND ${THERE('o')} GROUP BY o.parent_id`,
    message: (name) => `还有下级机构（如${name}）；请先移到别的机构或撤销。`,
  },
  {
    code: 'has-posts',
    field: 'organisation',
    sql: `SELECT p.organisation_id AS key, min(n.name) AS name FROM post p JOIN person n ON n.id = p.person_id
           WHERE p.organisation_id = ANY($1) AND (p.valid_to IS NULL OR p.valid_to > $2::date)
           GROUP BY p.organisation_id`,
    message: (name) => `还有人在岗（如${name}）；请先为其办理离任和交接。`,
  },
  {
    code: 'has-open-tasks',
    field: 'organisation',
    sql: `SELECT t.department_id AS key, count(*)::text AS name FROM task t
           WHERE t.department_id = ANY($1) AND t.state IN ('open', 'completing')
             AND $2::date IS NOT NULL GROUP BY t.department_id`,
    message: (count) => `还有 ${count} 个没有办完的任务；请先转办或办结。`,
  },
  {
    code: 'has-running-cases',
    field: 'organisation',
    sql: `SELECT c.lead_department AS key, count(*)::text AS name FROM cases c
           WHERE c.lead_department = ANY($1) AND NOT c.ended AND $2::date IS NOT NULL
           GROUP BY c.lead_department`,
    message: (count) => `还主办着 ${count} 个没有办结的办件；请在其办结后再撤销。`,
  },
  {
    code: 'has-powers',
    field: 'organisation',
    sql: `SELECT a.body AS key, min(a.item_code) AS name FROM (
            SELECT organisation_id AS body, item_code FROM item_authority
            UNION ALL SELECT in_name_of, item_code FROM item_authority
            UNION ALL SELECT regulator, item_code FROM item_authority) a
           WHERE a.body = ANY($1) AND $2::date IS NOT NULL GROUP BY a.body`,
    message: (item) => `事项 ${item} 等的职权分工还指定着它；请先改为别的机构。`,
  },
  {
    code: 'others-act-in-its-name',
    field: 'organisation',
    sql: `SELECT o.in_name_of AS key, min(o.name) AS name FROM organisation o
           WHERE o.in_name_of = ANY($1) AND ${THERE('o')} GROUP BY o.in_name_of`,
    message: (name) => `${name}还以它的名义办理；请先改委托。`,
  },
];
