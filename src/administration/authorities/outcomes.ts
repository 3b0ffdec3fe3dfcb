/** Which body would get the item's task, place by place: the very way in which cases find it. */
import type { EntityManager } from 'typeorm';
import { resolveDepartment } from '../../catalogue/index.js';
import { regionName, significant } from '../../people/index.js';
import { unprocessable } from '../../platform/errors.js';
import type { AuthorityKey } from './acts.js';

export interface Outcome {
  area: string;
  areaName: string;
  /** Null: nobody would get it. */
  body: string | null;
  bodyName: string | null;
}

/** So many places are looked at, each by itself; more are settled county by county, or town by town. */
const MOST = 400;

/**
 * In every place of the area at the level that the line is about.
 * @throws DomainError `too-many-places`: nothing is settled where nobody looked
 */
export async function outcomesOf(
  manager: EntityManager,
  { item, area, replacesLine, replacesLevel }: AuthorityKey,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { code, name } of await placesIn(manager, area, replacesLevel)) {
    const body = await resolveDepartment(manager, {
      ...{ item, region: code, line: replacesLine, level: replacesLevel },
    });
    outcomes.push({
      ...{ area: code, areaName: name, body: body?.id ?? null, bodyName: body?.name ?? null },
    });
  }
  return outcomes;
}

async function placesIn(
  manager: EntityManager,
  area: string,
  level: string,
): Promise<{ code: string; name: string }[]> {
  const places = /^\d+$/.test(area)
    ? await manager.query<{ code: string; name: string }[]>(
        `SELECT code, name FROM region WHERE starts_with(code, $1) AND level = $2
            AND (valid_to IS NULL OR valid_to > current_date) ORDER BY code LIMIT ${MOST + 1}`,
        [significant(area), level],
      )
    : [];
  if (places.length > MOST)
    throw unprocessable(
      'too-many-places',
      `这个范围里有 ${MOST} 个以上的地方，无法逐一核对由谁办理；请按县（市、区）或乡镇（街道）分别设定。`,
      { field: 'area' },
    );
  return places.length > 0 ? places : [{ code: area, name: await regionName(manager, area) }];
}
