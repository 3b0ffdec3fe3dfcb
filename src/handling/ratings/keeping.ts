/** A rating is kept with the step in which it was given; nobody changes it, and a bad one is gone into. */
import type { EntityManager } from 'typeorm';
import type { RecordInput } from '../../../workflows/contracts/case.js';
import { cancelSideTasks, type RecordedActs, type StepWriter } from '../../cases/index.js';
import { BAD_LEVELS, levelIn } from './levels.js';
import { openStage, STAGE_NAMES } from './mending.js';

async function keep(
  manager: EntityManager,
  { caseNumber, step, moves = [] }: RecordedActs,
): Promise<void> {
  const move = moves.find(({ act }) => act === 'rate');
  if (!move?.taskKey) return;
  const task = `${caseNumber}.${move.taskKey}`;
  const [answered] = await manager.query<{ form: Record<string, unknown> | null }[]>(
    `SELECT answer -> 'form' AS form FROM task WHERE id = $1`,
    [task],
  );
  const level = levelIn(answered?.form ?? null);
  if (!level) return;
  const ratedAt = new Date(move.at);
  // One matter is rated once (网上一事一评).
  const [rated] = await manager.query<{ department: string }[]>(
    `INSERT INTO rating (case_number, step, task_id, level, rated_at, item, department, counted, window_id)
     SELECT c.number, $2, $3, $4, $5, c.item_code, c.lead_department, c.counted,
            (SELECT p.organisation_id FROM task t JOIN post p ON p.id = t.assignee_post
              WHERE t.case_number = c.number AND t.state = 'completed' AND p.role = 'window'
              ORDER BY t.completed_at DESC LIMIT 1)
       FROM cases c WHERE c.number = $1
     ON CONFLICT (case_number) DO NOTHING RETURNING department`,
    [caseNumber, step, task, level, ratedAt],
  );
  if (!rated || !BAD_LEVELS.includes(level)) return;
  await openStage(manager, caseNumber, STAGE_NAMES[0], { ...rated, ratedAt });
}

async function takeBack(
  manager: EntityManager,
  { caseNumber, step }: Pick<RecordInput, 'caseNumber' | 'step'>,
): Promise<void> {
  const [gone] = await manager.query<[unknown[], number]>(
    `DELETE FROM rating WHERE case_number = $1 AND step >= $2 RETURNING case_number`,
    [caseNumber, step],
  );
  if (gone.length === 0) return;
  const tasks = await manager.query<{ id: string }[]>(
    `SELECT id FROM task WHERE case_number = $1 AND purpose = ANY($2)`,
    [caseNumber, STAGE_NAMES],
  );
  await cancelSideTasks(
    manager,
    tasks.map(({ id }) => id),
  );
}

/** Written with the step of the rating. */
export const RATING: StepWriter = { acts: keep, takeBack };
