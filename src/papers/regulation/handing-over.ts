/**
 * 审管联动: with the decision itself, what was granted is handed to the body that regulates from then on
 * (`item_authority.regulator`), a task for it to sign for and to report back on.
 */
import type { EntityManager } from 'typeorm';
import type { RecordInput } from '../../../workflows/contracts/case.js';
import { authorityFor, type ItemDefinition } from '../../catalogue/index.js';
import {
  cancelSideTasks,
  openSideTask,
  type RecordedActs,
  type StepWriter,
} from '../../cases/index.js';
import { FINDINGS, FINDING_NAMES, REGULATE } from './finding.js';

/** Working days in which a regulator signs for what it is handed. */
const CLAIMED_WITHIN = 2;

const GRANTS: ReadonlySet<string> = new Set(['grant', 'deem-renewed']);

interface Granted {
  item: string;
  region: string;
  lead: ItemDefinition['lead'] | null;
}

async function handOver(
  manager: EntityManager,
  { caseNumber, step, moves = [] }: RecordedActs,
): Promise<void> {
  const grant = moves.find(({ act }) => GRANTS.has(act));
  if (!grant) return;
  const regulator = await regulatorOf(manager, caseNumber);
  if (!regulator) return;
  const task = await openSideTask(manager, {
    ...{ caseNumber, purpose: REGULATE, name: '审管联动：签收监管', departmentId: regulator },
    outcomes: FINDINGS.map((id) => ({ id, name: FINDING_NAMES[id] })),
    limit: { from: grant.at, workingDays: CLAIMED_WITHIN },
    // Another decision may take this step's place: its task is not the one that was taken back.
    ...{ survivesEnd: true, key: `${REGULATE}-${step}-${grant.act}-${grant.at}` },
  });
  await manager.query(
    `INSERT INTO regulation (case_number, step, regulator, task_id, decided_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (case_number) DO NOTHING`,
    [caseNumber, step, regulator, task, new Date(grant.at)],
  );
}

/**
 * Who regulates what this case grants; null = who decides does. Of a licence that is renewed, changed or
 * replaced it is who regulates what it was issued for; of one that is given up nobody.
 */
async function regulatorOf(manager: EntityManager, caseNumber: string): Promise<string | null> {
  const [granted] = await manager.query<Granted[]>(
    `SELECT i.code AS item, c.region, i.data -> 'lead' AS lead
       FROM cases c
       LEFT JOIN licence l ON c.process_id = 'licence-change' AND l.identifier = c.form ->> 'licence'
       JOIN LATERAL (SELECT code, data FROM item
                      WHERE code = coalesce(l.item_code, c.item_code)
                        AND (l.item_code IS NOT NULL OR version = c.item_version)
                      ORDER BY version DESC LIMIT 1) i ON true
      WHERE c.number = $1 AND (l.item_code IS NULL OR c.form ->> 'operation' <> 'cancel')`,
    [caseNumber],
  );
  if (!granted?.lead) return null;
  const authority = await authorityFor(manager, granted.item, granted.region, granted.lead);
  return authority?.regulator ?? null;
}

async function takeBack(
  manager: EntityManager,
  { caseNumber, step }: Pick<RecordInput, 'caseNumber' | 'step'>,
): Promise<void> {
  const [rows] = await manager.query<[{ task: string }[], number]>(
    `DELETE FROM regulation WHERE case_number = $1 AND step >= $2 RETURNING task_id AS task`,
    [caseNumber, step],
  );
  await cancelSideTasks(
    manager,
    rows.map(({ task }) => task),
  );
}

/** Written with the step of the decision. */
export const REGULATING: StepWriter = { acts: handOver, takeBack };
