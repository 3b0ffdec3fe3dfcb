/** What publishing a year's draft would move, before it does: published in a transaction that is taken back. */
import type { DataSource, EntityManager } from 'typeorm';
import { draftsOf } from '../versions/index.js';
import { listReplannings } from './replannings.js';
import type { ForeseenDto } from './calendar.dto.js';
import { YEARS } from './year-kind.js';

/** More than anybody looks through; the rest is only counted. */
const MOST_SHOWN = 200;

/**
 * Nothing of it is kept, nobody is told.
 * @param replans whether days are real, as at publication
 * @throws DomainError `no-draft`, `nothing-changed`
 */
export async function foreseePublication(
  dataSource: DataSource,
  year: number,
  { by, replans }: { by: string; replans: boolean },
): Promise<ForeseenDto> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  await runner.startTransaction();
  try {
    return await foreseen(dataSource, runner.manager, String(year), { by, replans });
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

async function foreseen(
  dataSource: DataSource,
  manager: EntityManager,
  key: string,
  { by, replans }: { by: string; replans: boolean },
): Promise<ForeseenDto> {
  const [draft] = await draftsOf(manager, YEARS, key);
  if (!draft) throw YEARS.noDraft(key);
  const { content, savedBy, savedAt } = draft;
  const { id } = await YEARS.publish(manager, {
    ...{ key, content, by, terms: { source: '', replans } },
    drafted: { by: savedBy, at: savedAt },
  });
  const [told] = await listReplannings(manager, id);
  const { cases, earlier, later, becameKnown, pending } = told!;
  const after = await noted(manager, id);
  // Another connection sees them as they are.
  const before = new Map((await limitsOf(dataSource, after)).map((one) => [one.number, one]));
  const moved = after.flatMap(({ number, itemName, due, promised }) => {
    const { due: dueAt = null, promised: promisedAt = null } = before.get(number) ?? {};
    if (isSame(dueAt, due) && isSame(promisedAt, promised)) return [];
    return [
      { caseNumber: number, itemName, dueAt, newDueAt: due, promisedAt, newPromisedAt: promised },
    ];
  });
  return { cases, earlier, later, becameKnown, pending, moved };
}

interface Limits {
  number: string;
  itemName: string;
  due: Date | null;
  promised: Date | null;
}

const LIMITS = `c.number, c.item_name AS "itemName", c.due_at AS due, c.promised_due_at AS promised`;

/** Those that are to be sooner first: they are what people may miss. */
const noted = (manager: EntityManager, replanning: string): Promise<Limits[]> =>
  manager.query(
    `SELECT ${LIMITS} FROM case_replanning r JOIN cases c ON c.number = r.case_number
      WHERE r.replanning_id = $1 ORDER BY r.tell DESC, c.promised_due_at, c.number LIMIT ${MOST_SHOWN}`,
    [replanning],
  );

const limitsOf = ({ manager }: DataSource, of: readonly Limits[]): Promise<Limits[]> =>
  manager.query(`SELECT ${LIMITS} FROM cases c WHERE c.number = ANY ($1)`, [
    of.map(({ number }) => number),
  ]);

const isSame = (one: Date | null, other: Date | null): boolean =>
  one?.getTime() === other?.getTime();
