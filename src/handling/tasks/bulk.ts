/** Many tasks at once; each is done or refused by itself, and the true outcome of each is told. */
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { actorOf, type Session } from '../../people/index.js';
import { DomainError, unprocessable } from '../../platform/errors.js';
import type { Completion } from '../task-access/index.js';
import { TaskQueries } from './task-queries.js';
import { TaskVerbs } from './task-verbs.js';
import { claim, complete } from './verbs/index.js';

export interface BulkOutcome {
  id: string;
  state: 'done' | 'pending' | 'refused';
  message: string | null;
}

/** Completions under way at a time. */
const WINDOW = 10;

@Injectable()
export class Bulk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: TaskQueries,
    private readonly verbs: TaskVerbs,
  ) {}

  claim(session: Session, ids: string[]): Promise<BulkOutcome[]> {
    return eachOf(ids, async (id) => {
      await this.queries.require(session, id, 'task.claim');
      await this.verbs.perform(claim, id, actorOf(session), {});
      return 'done';
    });
  }

  /**
   * Completes tasks of the caller's with one outcome and opinion; only steps for which the item says
   * so (`bulk`), and never two different ones together.
   * @param key of the whole; each completion has one of its own, made from it
   * @throws DomainError `not-one-step` before anything is done
   */
  async complete(
    session: Session,
    ids: string[],
    completion: Completion,
    key: string,
  ): Promise<BulkOutcome[]> {
    await this.requireOneStep(ids);
    return eachOf(ids, async (id) => {
      const task = await this.queries.require(session, id, 'task.complete');
      if (!task.bulk) {
        throw unprocessable('not-in-bulk', `“${task.name}”须逐件办理：事项没有允许批量办理。`);
      }
      await complete.before?.(this.dataSource.manager, task, completion, actorOf(session));
      const own = keyFor(key, id);
      return (await this.verbs.perform(complete, id, actorOf(session), completion, own)).status;
    });
  }

  /** One outcome cannot mean two things. */
  private async requireOneStep(ids: string[]): Promise<void> {
    const [row] = await this.dataSource.query<{ steps: number }[]>(
      `SELECT count(DISTINCT (c.item_code, t.element))::int AS steps
         FROM task t JOIN cases c ON c.number = t.case_number WHERE t.id = ANY($1)`,
      [ids],
    );
    if (row!.steps > 1) {
      throw unprocessable('not-one-step', '只能批量办理同一事项的同一环节；请重新选择。', {
        field: 'ids',
      });
    }
  }
}

/** A name-based UUID (RFC 9562, version 8): the same call repeated has the same keys. */
function keyFor(key: string, id: string): string {
  const hex = createHash('sha256').update(`${key}/${id}`).digest('hex');
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

async function eachOf(
  ids: string[],
  work: (id: string) => Promise<'done' | 'pending'>,
): Promise<BulkOutcome[]> {
  const unique = [...new Set(ids)];
  const outcomes: BulkOutcome[] = [];
  for (let index = 0; index < unique.length; index += WINDOW) {
    const window = unique.slice(index, index + WINDOW);
    outcomes.push(...(await Promise.all(window.map((id) => outcomeOf(id, work)))));
  }
  return outcomes;
}

async function outcomeOf(
  id: string,
  work: (id: string) => Promise<'done' | 'pending'>,
): Promise<BulkOutcome> {
  try {
    return { id, state: await work(id), message: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { id, state: 'refused', message: error.message };
  }
}
