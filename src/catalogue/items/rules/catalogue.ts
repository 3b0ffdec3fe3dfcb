/** What only the catalogue as a whole can say of an item: its codes, its name, its parts. */
import type { EntityManager } from 'typeorm';
import { CITY_LEVELS, type CityLevel } from '../../../../bpmn/model/vocabulary.js';
import type { ItemDefinition } from '../definition/index.js';
import { cancelledEver } from '../../standing-sql.js';
import type { ItemProblem } from './rule.js';

const error = (rule: string, path: string, message: string, messageInEnglish: string) =>
  ({ rule, severity: 'error', path, message, messageInEnglish }) satisfies ItemProblem;

/** Of an item of the right shape. */
export async function catalogueProblems(
  manager: EntityManager,
  item: ItemDefinition,
): Promise<ItemProblem[]> {
  return [
    ...(await missingParts(manager, item)),
    ...(await missingAbove(manager, item)),
    ...(await exerciseInUse(manager, item)),
    ...(await madeOfExercises(manager, item)),
    ...(await namesakes(manager, item)),
    ...(await sameCodes(manager, item)),
  ];
}

/** A matter is made of items that are published, and not cancelled. */
async function missingParts(
  manager: EntityManager,
  { children = [] }: ItemDefinition,
): Promise<ItemProblem[]> {
  if (children.length === 0) return [];
  const missing = await manager.query<{ place: number; code: string }[]>(
    `SELECT (c.place - 1)::int AS place, c.code
       FROM unnest($1::text[]) WITH ORDINALITY AS c (code, place)
      WHERE NOT EXISTS (SELECT 1 FROM item WHERE item.code = c.code AND state = 'published')
         OR ${cancelledEver('c.code')}`,
    [children.map(({ item }) => item)],
  );
  return missing.map(({ place, code }) =>
    error(
      ...(['part-not-published', `/children/${place}/item`] as const),
      `事项 ${code} 不在目录中，或者已经取消；请先发布这个事项，或从一件事中去掉。`,
      `The item ${code} is not published, or was cancelled.`,
    ),
  );
}

/** 转报 (行政许可法 43) goes to an item of a level above that is published, and not cancelled. */
async function missingAbove(
  manager: EntityManager,
  { forwardsTo, lead }: ItemDefinition,
): Promise<ItemProblem[]> {
  if (forwardsTo === undefined) return [];
  const [above] = await manager.query<{ level: CityLevel | null }[]>(
    `SELECT data #>> '{lead,level}' AS level FROM item_in_use i
      WHERE code = $1 AND NOT ${cancelledEver('i.code')}
      ORDER BY version DESC LIMIT 1`,
    [forwardsTo],
  );
  if (!above)
    return [
      error(
        ...(['above-not-published', '/forwardsTo'] as const),
        `上级机关的事项 ${forwardsTo} 不在目录中，或者已经取消；请先发布这个事项，或不再转报。`,
        `The item of the level above, ${forwardsTo}, is not published, or was cancelled.`,
      ),
    ];
  const { level } = above;
  if (level !== null && CITY_LEVELS.indexOf(level) < CITY_LEVELS.indexOf(lead.level)) return [];
  return [
    error(
      ...(['above-not-above', '/forwardsTo'] as const),
      `转报的事项 ${forwardsTo} 须由上级机关实施；它的牵头部门与本事项同级或更低。`,
      `The item ${forwardsTo} is not one of a level above.`,
    ),
  ];
}

/** What takes part in real cases is counted: an exercise is no part of them. */
async function exerciseInUse(
  manager: EntityManager,
  { code, exercise }: ItemDefinition,
): Promise<ItemProblem[]> {
  if (exercise !== true) return [];
  const [user] = await manager.query<{ name: string }[]>(
    `SELECT i.name FROM item_in_use i
      WHERE (i.data->'children' @> jsonb_build_array(jsonb_build_object('item', $1::text))
             OR i.data->>'forwardsTo' = $1)
        AND NOT coalesce((i.data->>'exercise')::boolean, false) LIMIT 1`,
    [code],
  );
  if (!user) return [];
  return [
    error(
      ...(['exercise-in-use', '/exercise'] as const),
      `“${user.name}”用到这个事项，它的办件须计入统计；不能只用于演练。`,
      `${user.name} uses it: it is no exercise.`,
    ),
  ];
}

/** Nor is a matter that is counted made of exercises, or sent up to one: those cases would be in no figure. */
async function madeOfExercises(
  manager: EntityManager,
  { exercise, children = [], forwardsTo }: ItemDefinition,
): Promise<ItemProblem[]> {
  const needed = [...children.map(({ item }) => item), ...(forwardsTo ? [forwardsTo] : [])];
  if (exercise === true || needed.length === 0) return [];
  const found = await manager.query<{ place: number; code: string; name: string }[]>(
    `SELECT (c.place - 1)::int AS place, i.code, i.name
       FROM unnest($1::text[]) WITH ORDINALITY AS c (code, place)
       JOIN LATERAL (SELECT code, name, data FROM item_in_use u
              WHERE u.code = c.code ORDER BY version DESC LIMIT 1) i
         ON (i.data->>'exercise')::boolean ORDER BY c.place`,
    [needed],
  );
  return found.map(({ place, code, name }) =>
    error(
      'made-of-exercises',
      place < children.length ? `/children/${place}/item` : '/forwardsTo',
      `“${name}”（${code}）只用于演练，其办件不计入统计；计入统计的事项不能用它。`,
      `${code} is for exercises only: what is counted needs another.`,
    ),
  );
}

interface Namesake {
  code: string;
  line: string | null;
  setBy: string | null;
}

/** One item does not stand twice in one area and nature, nor again as the city's what the province set. */
async function namesakes(
  manager: EntityManager,
  { code, name, type, area, lead, setBy, internal }: ItemDefinition,
): Promise<ItemProblem[]> {
  if (internal) return [];
  const others = await manager.query<Namesake[]>(
    `SELECT code, data#>>'{lead,line}' AS line, data->>'setBy' AS "setBy" FROM item_in_force i
      WHERE code <> $1 AND name = $2 AND type = $3
        AND (data->>'area' IS NULL OR $4::text IS NULL OR data->>'area' = $4)
        AND NOT coalesce((data->>'internal')::boolean, false)
        AND NOT ${cancelledEver('i.code')}
      ORDER BY code LIMIT 5`,
    [code, name.trim(), type, area ?? null],
  );
  return others.map((other) => {
    if (setBy === 'city' && other.setBy !== 'city')
      return error(
        ...(['set-by-province-already', '/setBy'] as const),
        `“${name}”已列入国家或省的目录（${other.code}），市里不得另行设定。`,
        `${other.code} stands in the catalogue of the nation or the province already.`,
      );
    if (other.line !== lead.line)
      return error(
        ...(['item-in-two-departments', '/lead/line'] as const),
        `“${name}”已在另一部门的目录中（${other.code}）：同一地方、同一性质的事项不得由两个部门实施。`,
        `Another department of the area has it already: ${other.code}.`,
      );
    return error(
      ...(['item-twice', '/name'] as const),
      `目录中已有同名、同类型的事项（${other.code}）；请修改那一个，或改名称。`,
      `The catalogue has it already: ${other.code}.`,
    );
  });
}

async function sameCodes(
  manager: EntityManager,
  { code, localCode }: ItemDefinition,
): Promise<ItemProblem[]> {
  if (localCode === undefined) return [];
  const [other] = await manager.query<{ code: string }[]>(
    `SELECT code FROM item_in_force WHERE code <> $1 AND data->>'localCode' = $2 LIMIT 1`,
    [code, localCode],
  );
  return other
    ? [
        error(
          ...(['code-in-use', '/localCode'] as const),
          `实施编码 ${localCode} 已经用于事项 ${other.code}。`,
          `${other.code} has this code already.`,
        ),
      ]
    : [];
}
