/** Changes that were planned for a day are done on it; one that cannot be is told, and stands in no other's way. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { audit } from '../../people/index.js';
import { conflict, DomainError, notFound } from '../../platform/errors.js';
import { Recurring } from '../../platform/recurring/index.js';
import { requireKept, type Keeper } from '../scope/index.js';
import type { Act } from './act.js';
import { lockRegister } from './perform.js';

/** Nest's token for every act of the register. */
export const ACTS = Symbol('Acts');

interface Waiting {
  id: string;
  kind: string;
  key: string;
  act: string;
  asked: object;
  day: string;
  personId: string | null;
  postId: string | null;
}

const WAITING = `SELECT id, kind, key, act, asked, valid_from::text AS day, person_id AS "personId",
    post_id AS "postId" FROM register_change WHERE state = 'waiting'`;

@Injectable()
export class PlannedChanges {
  private readonly acts: ReadonlyMap<string, Act>;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(ACTS) acts: readonly Act[],
  ) {
    this.acts = new Map(acts.map((act) => [`${act.kind}.${act.act}`, act]));
  }

  /** The one that is due first. @returns whether more may be */
  @Recurring({ name: 'planned-changes', every: 30_000 })
  async next(): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await lockRegister(manager);
      const [due] = await manager.query<Waiting[]>(
        `${WAITING} AND valid_from <= current_date ORDER BY valid_from, made_at LIMIT 1`,
      );
      if (!due) return false;
      try {
        await manager.transaction((inner) => this.carryOut(inner, due));
      } catch (error) {
        const problem = problemOf(error);
        if (problem === null) throw error;
        await fail(manager, due, problem);
      }
      return true;
    });
  }

  private async carryOut(manager: EntityManager, due: Waiting): Promise<void> {
    const doing = { manager, by: planner(due), day: due.day };
    const [done] = await this.actOf(due).apply(doing, [due.asked]);
    await manager.query(
      `UPDATE register_change SET state = 'applied', applied_at = now(), before = $2, after = $3
        WHERE id = $1`,
      [due.id, JSON.stringify(done!.before), JSON.stringify(done!.after)],
    );
    await noted(manager, due, 'done');
  }

  /**
   * Takes a plan back before its day.
   * @throws DomainError `change-not-found`, `change-not-waiting`, `not-yours-to-keep`
   */
  async withdraw(by: Keeper, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockRegister(manager);
      const [waiting] = await manager.query<Waiting[]>(`${WAITING} AND id = $1`, [id]);
      if (!waiting) throw await this.notWaiting(manager, id);
      const act = this.actOf(waiting);
      await requireKept(manager, by, await act.grounds([waiting.asked], manager));
      await act.unplan?.({ manager, by, day: waiting.day }, waiting.asked);
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
      ? conflict('change-not-waiting', '这项变更已经生效或撤销；请刷新后再看。')
      : notFound('change-not-found', '没有这项变更。');
  }

  private actOf({ kind, act }: Waiting): Act {
    const found = this.acts.get(`${kind}.${act}`);
    if (!found) throw new Error(`no act of the register is called ${kind}.${act}`);
    return found;
  }
}

/** What a person reads of why it could not be done; null = the database's own trouble: it is tried again. */
function problemOf(error: unknown): string | null {
  if (error instanceof DomainError) return error.message;
  const { code } = error as { code?: unknown };
  const violated = typeof code === 'string' && code.startsWith('23');
  return violated ? '与现有的登记内容冲突，没有办成；请撤销后按现在的情况重新办理。' : null;
}

/** What was within the planner's rights when it was planned is done in their name. */
const planner = ({ personId, postId }: Waiting): Keeper => ({
  personId,
  postId,
  territory: null,
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
