/**
 * Whether an item is offered: it is suspended and taken up again, or cancelled for good, each from a day
 * on and with a reason. Its versions and its running cases stay as they are.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { dateOf } from '../../../workflows/clock/index.js';
import { audit, type Actor } from '../../people/index.js';
import { badRequest, conflict, unprocessable } from '../../platform/errors.js';
import { significant } from '../../people/index.js';
import { itemNotFound, publishedItem } from './published.js';
import { cancelledEver } from '../standing-sql.js';
import type { StoredItem } from './definition/index.js';

export type Standing = 'offered' | 'suspended' | 'cancelled';

export interface StandingLine {
  standing: Standing;
  /** First day it holds, `2026-12-01`. */
  validFrom: string;
  reason: string;
  /** Name of the person. */
  by: string;
  at: Date;
}

const COLUMNS = `s.standing, s.valid_from::text AS "validFrom", s.reason,
  coalesce(p.name, s.person_id) AS by, s.at`;

/** What holds on a day, today without one; null = it was always offered. */
export async function standingOn(
  manager: EntityManager,
  code: string,
  day = dateOf(Date.now()),
): Promise<StandingLine | null> {
  const [line] = await manager.query<StandingLine[]>(
    `SELECT ${COLUMNS} FROM item_standing s LEFT JOIN person p ON p.id = s.person_id
      WHERE s.item_code = $1 AND s.valid_from <= $2::date
      ORDER BY s.valid_from DESC, s.id DESC LIMIT 1`,
    [code, day],
  );
  return line ?? null;
}

/** All that was ever said, the newest first. */
export function standingsOf(manager: EntityManager, code: string): Promise<StandingLine[]> {
  return manager.query<StandingLine[]>(
    `SELECT ${COLUMNS} FROM item_standing s LEFT JOIN person p ON p.id = s.person_id
      WHERE s.item_code = $1 ORDER BY s.valid_from DESC, s.id DESC`,
    [code],
  );
}

/**
 * An item that may be applied for at a place today.
 * @throws DomainError `item-not-found`, `item-suspended`, `item-cancelled`, `item-not-here`
 */
export async function offeredItem(
  manager: EntityManager,
  code: string,
  region: string,
): Promise<StoredItem> {
  const item = await publishedItem(manager, code);
  const line = await standingOn(manager, code);
  if (line && line.standing !== 'offered') throw notOffered(item.name, line);
  const { area } = item.data;
  if (area && !region.startsWith(significant(area)))
    throw unprocessable(
      'item-not-here',
      `“${item.name}”不在所选地方的目录中。请换一个办理所在地，或向当地政务服务大厅咨询。`,
      { item: code, region, area },
    );
  return item;
}

const notOffered = (name: string, { standing, validFrom, reason }: StandingLine) =>
  standing === 'suspended'
    ? conflict('item-suspended', `“${name}”自 ${validFrom} 起暂停办理：${reason}。恢复后再来申办。`)
    : conflict('item-cancelled', `“${name}”自 ${validFrom} 起已取消：${reason}。`);

/** What each act makes of an item, and of which standings it may be done. */
const CHANGES = {
  suspend: { from: ['offered'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'offered' },
  cancel: { from: ['offered', 'suspended'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly Standing[]; to: Standing }>;
export type StandingAct = keyof typeof CHANGES;
export const STANDING_ACTS = Object.keys(CHANGES) as StandingAct[];

/**
 * Suspends, resumes or cancels an item.
 * @param change the act, its first day (today at the earliest) and why
 * @throws DomainError `item-not-found`, `standing-in-the-past`, `standing-does-not-fit`, `item-in-use`
 */
export function changeStanding(
  dataSource: DataSource,
  actor: Actor,
  code: string,
  change: { act: StandingAct; validFrom: string; reason: string },
): Promise<void> {
  const { act, validFrom, reason } = change;
  if (validFrom < dateOf(Date.now()))
    throw badRequest('standing-in-the-past', '日期不能早于今天；请选择今天或以后的日期。', {
      field: 'validFrom',
    });
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('item-standing:' || $1))`, [code]);
    await requirePublished(manager, code);
    await requireFits(manager, code, change);
    if (act === 'cancel') await requireUnused(manager, code);
    await manager.query(
      `INSERT INTO item_standing (item_code, standing, valid_from, reason, person_id)
       VALUES ($1, $2, $3, $4, $5)`,
      [code, CHANGES[act].to, validFrom, reason, actor.personId],
    );
    await audit(manager, {
      ...{ person: actor.personId, post: actor.postId, act: `item.${act}` },
      ...{ target: `item:${code}`, outcome: 'done', detail: { validFrom } },
    });
  });
}

async function requirePublished(manager: EntityManager, code: string): Promise<void> {
  const found = await manager.query<unknown[]>(
    `SELECT 1 FROM item WHERE code = $1 AND state = 'published' LIMIT 1`,
    [code],
  );
  if (found.length === 0) throw itemNotFound(code);
}

/** Acts follow each other in time: none is put before one that was said already. */
async function requireFits(
  manager: EntityManager,
  code: string,
  { act, validFrom }: { act: StandingAct; validFrom: string },
): Promise<void> {
  const [last] = await standingsOf(manager, code);
  const now = last?.standing ?? 'offered';
  const names = { offered: '正常办理', suspended: '暂停', cancelled: '已取消' };
  if (!(CHANGES[act].from as readonly Standing[]).includes(now))
    throw conflict('standing-does-not-fit', `事项现在是“${names[now]}”，不能这样做。`);
  if (last && validFrom < last.validFrom)
    throw conflict(
      'standing-does-not-fit',
      `事项自 ${last.validFrom} 起${names[now]}，日期不能早于那一天。`,
    );
}

/** What a matter is made of, or is sent up to, stays as long as what uses it does. */
async function requireUnused(manager: EntityManager, code: string): Promise<void> {
  const users = await manager.query<{ code: string; name: string }[]>(
    `SELECT DISTINCT i.code, i.name FROM item_in_use i
      WHERE (i.data->>'forwardsTo' = $1 OR i.kind = 'one-stop'
             AND i.data->'children' @> jsonb_build_array(jsonb_build_object('item', $1::text)))
        AND NOT ${cancelledEver('i.code')}
      ORDER BY i.code LIMIT 20`,
    [code],
  );
  if (users.length === 0) return;
  const names = users.map(({ name }) => `“${name}”`).join('、');
  throw conflict(
    'item-in-use',
    `${names}用到这个事项（作为其中的事项，或者转报到它）；请先修改并发布，再取消它。`,
    {
      item: code,
    },
  );
}
