/**
 * How an act is done: alone, once by its key, within what its keeper keeps, with its line in the history and
 * in the audit log – all of it or nothing. One for a day to come is tried now and kept for its day.
 */
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { audit } from '../../people/index.js';
import { conflict, DomainError } from '../../platform/errors.js';
import { requireKept, type Keeper } from '../scope/index.js';
import type { Act, ChangeState, Done, Doing } from './act.js';

export interface Performed {
  /** Id of the thing. */
  key: string;
  /** Of the change in the history. */
  change: string;
  state: ChangeState;
}

export interface Performance<Asked> {
  by: Keeper;
  asked: Asked;
  /** Left out: today. */
  from?: string;
  /** Idempotency key: it becomes the change's id. */
  key: string;
}

/** Acts wait for each other: what one looked at, another does not change meanwhile. */
export async function lockRegister(manager: EntityManager): Promise<string> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('register'))`);
  return cityToday(manager);
}

/** The day it is in the city, `YYYY-MM-DD`. */
export async function cityToday(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ today: string }[]>(`SELECT current_date::text AS today`);
  return row!.today;
}

/** Refusals of what is somebody else's, and those from which one learns who is known here: they leave a line. */
const TELLING: ReadonlySet<string> = new Set([
  'not-yours-to-keep',
  'name-differs',
  'a-firm-holds-no-post',
]);

/** @throws DomainError what the act refuses, `not-yours-to-keep`, `day-is-past` */
export async function perform<Asked extends object>(
  dataSource: DataSource,
  act: Act<Asked>,
  { by, asked, from, key }: Performance<Asked>,
): Promise<Performed> {
  try {
    return await dataSource.transaction(async (manager) => {
      const today = await lockRegister(manager);
      const earlier = await performedBefore(manager, by, key);
      if (earlier) return earlier;
      const day = from ?? today;
      if (act.waits && day < today)
        throw conflict('day-is-past', '生效日期不能早于今天。', { field: 'validFrom' });
      const waits = Boolean(act.waits) && day > today;
      const doing = { manager, by, day };
      const done = waits
        ? await planned(act, doing, asked)
        : (await applied(act, doing, [asked]))[0]!;
      await note(manager, act, { id: key, by, asked, day, done, waits });
      return { key: done.key, change: key, state: waits ? 'waiting' : 'applied' };
    });
  } catch (error) {
    if (error instanceof DomainError && TELLING.has(error.code))
      await audit(dataSource.manager, {
        ...{ person: by.personId, post: by.postId, act: `${act.kind}.${act.act}` },
        ...{ target: `${act.kind}:register`, outcome: 'refused', detail: { code: error.code } },
      });
    throw error;
  }
}

/** One that cannot be carried out is refused today, not on its day. */
async function planned<Asked extends object>(
  act: Act<Asked>,
  doing: Doing,
  asked: Asked,
): Promise<Done> {
  const { manager, by, day } = doing;
  const done = await performUndone(manager, act, { by, asked, day }, async (_, one) => one);
  await act.plan?.(doing, asked);
  return done;
}

/** Many at once in a transaction that the caller holds open; none stands alone. */
export async function performAll<Asked extends object>(
  manager: EntityManager,
  act: Act<Asked>,
  { by, asked }: { by: Keeper; asked: readonly Asked[] },
): Promise<Done[]> {
  const day = await lockRegister(manager);
  if (asked.length === 0) return [];
  const done = await applied(act, { manager, by, day }, asked);
  await noteAll(manager, act, { by, day, done });
  return done;
}

async function performedBefore(
  manager: EntityManager,
  by: Keeper,
  id: string,
): Promise<Performed | null> {
  const [row] = await manager.query<{ key: string; state: ChangeState; mine: boolean }[]>(
    `SELECT key, state, person_id IS NOT DISTINCT FROM $2 AS mine FROM register_change WHERE id = $1`,
    [id, by.personId],
  );
  if (!row) return null;
  if (!row.mine) throw conflict('key-of-another', '这个 Idempotency-Key 已被他人使用；请换一个。');
  return { key: row.key, change: id, state: row.state };
}

/** Applies, and holds it within the keeper's territory as it was and as it is then. */
export async function applied<Asked extends object>(
  act: Act<Asked>,
  doing: Doing,
  asked: readonly Asked[],
): Promise<Done[]> {
  const { manager, by } = doing;
  await requireKept(manager, by, await act.grounds(asked, manager));
  const done = await act.apply(doing, asked);
  const grounds = await act.grounds(asked, manager);
  const made = act.kind === 'organisation' ? done.map(({ key }) => key) : [];
  await requireKept(manager, by, {
    ...grounds,
    organisations: [...(grounds.organisations ?? []), ...made],
  });
  return done;
}

/** Carries what was seen out of a transaction that is undone. */
class Undone<Seen> extends Error {
  constructor(readonly seen: Seen) {
    super('tried, and undone');
  }
}

/**
 * Does an act, looks, and undoes it.
 * @throws DomainError what the act refuses
 */
export async function performUndone<Asked extends object, Seen>(
  manager: EntityManager,
  act: Act<Asked>,
  { by, asked, day = null }: { by: Keeper; asked: Asked; day?: string | null },
  look: (manager: EntityManager, done: Done) => Promise<Seen>,
): Promise<Seen> {
  try {
    return await manager.transaction(async (inner): Promise<never> => {
      const today = await lockRegister(inner);
      const [done] = await applied(act, { manager: inner, by, day: day ?? today }, [asked]);
      throw new Undone(await look(inner, done!));
    });
  } catch (error) {
    if (error instanceof Undone) return (error as Undone<Seen>).seen;
    throw error;
  }
}

interface Noted {
  id: string;
  by: Keeper;
  asked: object;
  day: string;
  done: Done;
  waits: boolean;
}

async function note(
  manager: EntityManager,
  { kind, act }: Pick<Act, 'kind' | 'act'>,
  { id, by, asked, day, done, waits }: Noted,
): Promise<void> {
  await manager.query(
    `INSERT INTO register_change (id, kind, key, act, asked, before, after, valid_from, state,
       person_id, post_id, territory)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      // What is done is not asked again: of a person it would be their digest.
      ...[
        id,
        kind,
        done.key,
        act,
        waits ? JSON.stringify(asked) : '{}',
        asJson(done.before),
        asJson(done.after),
      ],
      ...[day, waits ? 'waiting' : 'applied', by.personId, by.postId, by.territory],
    ],
  );
  await audit(manager, {
    ...{ person: by.personId, post: by.postId, act: `${kind}.${act}` },
    ...{ target: `${kind}:${done.key}`, outcome: 'done', detail: { change: id, day, waits } },
  });
}

const asJson = (value: object | null) => (value ? JSON.stringify(value) : null);

/** As {@link note}, with one line of the audit log for all. */
async function noteAll(
  manager: EntityManager,
  { kind, act }: Pick<Act, 'kind' | 'act'>,
  { by, day, done }: { by: Keeper; day: string; done: Done[] },
): Promise<void> {
  const rows = done.map((one) => ({ ...one, id: randomUUID() }));
  await manager.query(
    `INSERT INTO register_change (id, kind, key, act, asked, before, after, valid_from, state,
       person_id, post_id, territory)
     SELECT id, $2, key, $3, '{}', before, after, $4, 'applied', $5, $6, $7
       FROM jsonb_to_recordset($1) AS r (id uuid, key text, before jsonb, after jsonb)`,
    [JSON.stringify(rows), kind, act, day, by.personId, by.postId, by.territory],
  );
  await audit(manager, {
    ...{ person: by.personId, post: by.postId, act: `${kind}.${act}` },
    ...{ target: `${kind}:many`, outcome: 'done', detail: { count: done.length } },
  });
}
