/** Changes that were planned for a day to come are done on it; one that cannot be is told, and stands in no other's way. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { audit } from '../../people/index.js';
import { conflict, DomainError, notFound } from '../../platform/errors.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import { requireKept, requireSameTerritory, type Keeper } from '../scope/index.js';
import type { Act } from './act.js';
import { applied, lockRegister } from './perform.js';

/** Nest's token for every act of the register. */
export const ACTS = Symbol('Acts');

interface Waiting {
  id: string;
  kind: string;
  key: string;
  act: string;
  asked: object;
  /** What was there when it was planned. */
  before: object | null;
  day: string;
  isDue: boolean;
  personId: string | null;
  postId: string | null;
  territory: string | null;
}

const WAITING = `SELECT id, kind, key, act, asked, before, valid_from::text AS day,
    valid_from <= current_date AS "isDue", person_id AS "personId", post_id AS "postId", territory
  FROM register_change WHERE state = 'waiting'`;

/** So many are done in one round. */
const BATCH = 200;

@Injectable()
export class PlannedChanges {
  private readonly acts: ReadonlyMap<string, Act>;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(ACTS) acts: readonly Act[],
  ) {
    this.acts = new Map(acts.map((act) => [`${act.kind}.${act.act}`, act]));
  }

  /** Those that are due, in the order of their days. @returns whether more may be */
  @Recurring({ name: 'planned-changes', every: 30_000 })
  async run(round: Round): Promise<boolean> {
    const due = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM register_change WHERE state = 'waiting' AND valid_from <= current_date
        ORDER BY valid_from, made_at LIMIT ${BATCH}`,
    );
    let well = 0;
    for (const { id } of due) {
      if (round.signal.aborted) return false;
      if (await round.item(`change ${id}`, () => this.carryOut(id))) well += 1;
    }
    return due.length === BATCH && well > 0;
  }

  private async carryOut(id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockRegister(manager);
      const [due] = await manager.query<Waiting[]>(`${WAITING} AND id = $1`, [id]);
      if (!due) return;
      try {
        await manager.transaction((inner) => this.apply(inner, due));
      } catch (error) {
        const problem = problemOf(error);
        if (problem === null) throw error;
        await fail(manager, due, problem);
      }
    });
  }

  /** Within the territory for which it was planned, as that is on the day. */
  private async apply(manager: EntityManager, due: Waiting): Promise<void> {
    const [done] = await applied(this.actOf(due), { manager, by: planner(due), day: due.day }, [
      due.asked,
    ]);
    await manager.query(
      `UPDATE register_change SET state = 'applied', before = $2, after = $3 WHERE id = $1`,
      [due.id, JSON.stringify(done!.before), JSON.stringify(done!.after)],
    );
    await noted(manager, due, 'done');
  }

  /**
   * Takes a plan back before its day.
   * @throws DomainError `change-not-found`, `change-not-waiting`, `not-yours-to-keep`, `set-above`, and
   *   what the act refuses
   */
  async withdraw(by: Keeper, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockRegister(manager);
      const [waiting] = await manager.query<Waiting[]>(`${WAITING} AND id = $1`, [id]);
      if (!waiting || waiting.isDue) throw await this.notWaiting(manager, id);
      const act = this.actOf(waiting);
      await requireKept(manager, by, await act.grounds([waiting.asked], manager));
      requireSameTerritory(by, waiting.territory);
      await act.unplan?.({ manager, by, day: waiting.day }, waiting.asked, waiting.before);
      await manager.query(`UPDATE register_change SET state = 'withdrawn' WHERE id = $1`, [id]);
      await audit(manager, {
        ...{ person: by.personId, post: by.postId, act: 'register.withdraw', outcome: 'done' },
        ...{ target: `${waiting.kind}:${waiting.key}`, detail: { change: id } },
      });
    });
  }

  private async notWaiting(manager: EntityManager, id: string): Promise<DomainError> {
    const rows = await manager.query<unknown[]>(`SELECT 1 FROM register_change WHERE id = $1`, [
      id,
    ]);
    return rows.length > 0
      ? conflict('change-not-waiting', '这项变更已经到期、生效或撤销；请刷新后再看。')
      : notFound('change-not-found', '没有这项变更。');
  }

  /** @throws DomainError `act-unknown`: planned by a release that has acts of which this one knows nothing */
  private actOf({ kind, act }: Waiting): Act {
    const found = this.acts.get(`${kind}.${act}`);
    if (!found) throw conflict('act-unknown', `本版本不认识 ${kind}.${act} 这种变更；请重新办理。`);
    return found;
  }
}

/**
 * What a person reads of why it could not be done: what the act refuses, and values and references that the
 * database does not take (classes 22, 23). Null = trouble of the moment, or our own: it is tried again.
 */
function problemOf(error: unknown): string | null {
  if (error instanceof DomainError) return error.message;
  const { code } = error as { code?: unknown };
  const refused = typeof code === 'string' && /^2[23]/.test(code);
  return refused ? '与现有的登记内容冲突，没有办成；请按现在的情况重新办理。' : null;
}

const planner = ({ personId, postId, territory }: Waiting): Keeper => ({
  ...{ personId, postId, territory },
});

async function fail(manager: EntityManager, due: Waiting, problem: string): Promise<void> {
  await manager.query(`UPDATE register_change SET state = 'failed', problem = $2 WHERE id = $1`, [
    due.id,
    problem,
  ]);
  await noted(manager, due, 'failed');
}

const noted = (manager: EntityManager, due: Waiting, outcome: 'done' | 'failed') =>
  audit(manager, {
    ...{ person: due.personId, post: due.postId, act: `${due.kind}.${due.act}`, outcome },
    ...{ target: `${due.kind}:${due.key}`, detail: { change: due.id, day: due.day } },
  });
