/**
 * Tells the processes that serve that something happened to a case, so that whoever looks at it looks again.
 * Only after the transaction it tells of, and gathered for a moment: a transaction that notifies makes the
 * commit of every other one that does wait for its own, and with it for the disk. What is lost here, when a
 * process ends, pages find out by asking now and then.
 */
import type { DataSource } from 'typeorm';

/** PostgreSQL's channel. What it says is {@link News}. */
export const NEWS = 'onestop_news';

/** Of one case; without a number so much happened at once that nobody names it. */
export interface News {
  case?: string;
  /** `person:<id>` and `body:<id>` of those who have to do with the case. */
  for?: string[];
}

/** ms */
const GATHERED = 100;
/** More cases at once are told of as much. */
const MOST = 200;

interface Gathered {
  cases: Set<string>;
  tasks: Set<string>;
}
const gathered = new WeakMap<DataSource, Gathered>();

/** Of a case by its number, or by one of its tasks. Returns at once; nothing waits for it, nothing fails by it. */
export function announce(
  dataSource: DataSource,
  { caseNumber, task }: { caseNumber?: string; task?: string },
): void {
  const waiting = gathered.get(dataSource) ?? begin(dataSource);
  if (caseNumber) waiting.cases.add(caseNumber);
  if (task) waiting.tasks.add(task);
}

function begin(dataSource: DataSource): Gathered {
  const waiting: Gathered = { cases: new Set(), tasks: new Set() };
  gathered.set(dataSource, waiting);
  const timer = setTimeout(() => {
    gathered.delete(dataSource);
    // Where the database is away or closed, pages ask by themselves.
    tell(dataSource, waiting).catch(() => undefined);
  }, GATHERED);
  timer.unref();
  return waiting;
}

async function tell(dataSource: DataSource, { cases, tasks }: Gathered): Promise<void> {
  if (!dataSource.isInitialized) return;
  if (cases.size + tasks.size > MOST) {
    await dataSource.query(`SELECT pg_notify($1, '{}')`, [NEWS]);
    return;
  }
  // A notification takes 8,000 bytes.
  await dataSource.query(
    `SELECT pg_notify($3, jsonb_build_object('case', c.number, 'for', (
              SELECT coalesce(jsonb_agg(who), '[]') FROM (
                SELECT unnest(ARRAY['person:' || c.applicant_id, 'person:' || c.agent_id,
                                    'body:' || c.lead_department]) AS who
                UNION
                SELECT unnest(ARRAY['body:' || t.department_id, 'person:' || t.assignee_person,
                                    'person:' || t.delegator_person])
                  FROM task t WHERE t.case_number = c.number
                LIMIT 60) AS concerned WHERE who IS NOT NULL))::text)
       FROM cases c WHERE c.number IN (
         SELECT unnest($1::text[]) UNION SELECT case_number FROM task WHERE id = ANY($2))`,
    [[...cases], [...tasks], NEWS],
  );
}
