/**
 * PostgreSQL and Temporal are two stores of one truth and belong together. Both carry an **epoch**,
 * which begins anew whenever one of them was put back, and a **mark**, which changes every half minute:
 * a store that was put back alone carries the mark of another time (decision 34, stores that belong
 * together carry one mark).
 */
import { randomBytes } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';

/** What the tables say. `mark` null = the first one is only being set. */
interface TablesMark {
  epoch: number;
  mark: string | null;
  /** On its way to Temporal, and there perhaps. */
  next: string | null;
}

/** What Temporal says: data of the namespace. */
interface EngineMark {
  epoch: number;
  mark: string;
}

export interface Marks {
  tables: TablesMark | null;
  engine: EngineMark | null;
}

export type Standing =
  /** The two are of one time. */
  | 'together'
  /** One of them was put back, emptied or exchanged without the other. */
  | 'apart'
  /** Neither has ever been marked. */
  | 'new';

const EPOCH = 'onestop.epoch';
const MARK = 'onestop.mark';

const newMark = (): string => randomBytes(8).toString('hex');

export function standingOf({ tables, engine }: Marks): Standing {
  if (!engine) return !tables || tables.mark === null ? 'new' : 'apart';
  if (!tables || tables.epoch !== engine.epoch) return 'apart';
  return [tables.mark, tables.next].includes(engine.mark) ? 'together' : 'apart';
}

/** What Temporal says by itself. @throws when it is away */
export async function engineMark({
  workflowService,
  options: { namespace },
}: Client): Promise<EngineMark | null> {
  const { namespaceInfo } = await workflowService.describeNamespace({ namespace });
  const data = namespaceInfo?.data ?? {};
  const mark = data[MARK];
  return mark ? { epoch: Number(data[EPOCH]), mark } : null;
}

export class StoreMarks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly temporal: Client,
  ) {}

  /** How the two stand to each other; stores that are new are marked first. */
  async standing(): Promise<Standing> {
    const standing = standingOf(await this.read());
    if (standing !== 'new') return standing;
    return this.alone(() => this.markFirst());
  }

  /** Both as they are at one instant. @throws when one of them is away */
  async read(): Promise<Marks> {
    // A mark is put on its way in the tables, in Temporal and in the tables again: while Temporal's does
    // not change, the tables between two looks at it have it as the present or the next one.
    for (let engine = await this.engine(); ;) {
      const tables = await this.tables();
      const again = await this.engine();
      if (again?.mark === engine?.mark) return { tables, engine: again };
      engine = again;
    }
  }

  /** The next mark on both; one process after another. Does nothing where they are apart. */
  advance(): Promise<void> {
    return this.alone(() => this.advanceAlone());
  }

  /**
   * Whoever writes marks does so alone: who was late would set Temporal back to a mark, or an epoch, that
   * the tables have left behind.
   */
  private alone<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (holder) => {
      await holder.query(`SELECT pg_advisory_xact_lock(hashtext('store_mark'))`);
      // Each of its writes is there at once, beside the transaction that only holds the lock.
      return work();
    });
  }

  private async advanceAlone(): Promise<void> {
    const marks = await this.read();
    if (standingOf(marks) !== 'together') return;
    const { epoch, mark } = marks.engine!;
    const next = newMark();
    // Of a mark that did not get to both, the one that Temporal has is the present one.
    const rows = await this.dataSource.query<[{ epoch: number }[], number]>(
      `UPDATE store_mark SET mark = $1, next_mark = $2
        WHERE epoch = $3 AND $1 IN (mark, next_mark) RETURNING epoch`,
      [mark, next, epoch],
    );
    if (rows[1] === 0) return;
    await this.setEngine({ epoch, mark: next });
    await this.dataSource.query(
      `UPDATE store_mark SET mark = next_mark, next_mark = NULL WHERE next_mark = $1`,
      [next],
    );
  }

  /**
   * Declares both to be of one time from now on, in an epoch of their own: later than any either knows.
   * @returns the epoch
   */
  beginEpoch(atLeast = 1): Promise<number> {
    return this.alone(() => this.beginEpochAlone(atLeast));
  }

  private async beginEpochAlone(atLeast: number): Promise<number> {
    const { tables, engine } = await this.read();
    const epoch = Math.max(atLeast, (tables?.epoch ?? 0) + 1, (engine?.epoch ?? 0) + 1);
    const mark = newMark();
    // Until Temporal has it too, they are apart.
    await this.dataSource.query(
      `INSERT INTO store_mark (epoch, mark) VALUES ($1, $2)
       ON CONFLICT ("only") DO UPDATE SET epoch = $1, mark = $2, next_mark = NULL, begun_at = now()`,
      [epoch, mark],
    );
    await this.setEngine({ epoch, mark });
    return epoch;
  }

  /** Unless another process did so meanwhile. One that was killed at it had its mark on its way. */
  private async markFirst(): Promise<Standing> {
    const standing = standingOf(await this.read());
    if (standing !== 'new') return standing;
    await this.dataSource.query(
      `INSERT INTO store_mark (epoch, next_mark) VALUES (1, $1) ON CONFLICT ("only") DO NOTHING`,
      [newMark()],
    );
    const { next, epoch } = (await this.tables())!;
    if (next) await this.setEngine({ epoch, mark: next });
    await this.dataSource.query(
      `UPDATE store_mark SET mark = next_mark, next_mark = NULL WHERE mark IS NULL`,
    );
    return standingOf(await this.read());
  }

  private async tables(): Promise<TablesMark | null> {
    const [row] = await this.dataSource.query<TablesMark[]>(
      `SELECT epoch, mark, next_mark AS next FROM store_mark`,
    );
    return row ?? null;
  }

  private engine(): Promise<EngineMark | null> {
    return engineMark(this.temporal);
  }

  private async setEngine({ epoch, mark }: EngineMark): Promise<void> {
    const { workflowService, options } = this.temporal;
    const data = { [EPOCH]: String(epoch), [MARK]: mark };
    await workflowService.updateNamespace({
      namespace: options.namespace,
      updateInfo: { data },
    });
  }
}
