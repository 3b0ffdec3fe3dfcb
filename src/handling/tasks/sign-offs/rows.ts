/** A sign-off and who is asked, as rows; begun, answered and settled. The task it belongs to is locked. */
import type { EntityManager } from 'typeorm';
import { cancelSideTasks, openSideTask, tellBack } from '../../../cases/index.js';
import { nextTurns, verdictOf, type MemberState, type Rule, type Verdict } from './rules.js';

export const SIGN_OFF = 'sign-off';

const OUTCOMES = [
  { id: 'agree', name: '同意' },
  { id: 'disagree', name: '不同意' },
];

export interface SignOff {
  id: string;
  taskId: string;
  caseNumber: string;
  taskName: string;
  place: 'before' | 'after';
  rule: Rule;
  ratio: number | null;
  reason: string;
  personId: string;
  state: 'planned' | 'open' | 'agreed' | 'disagreed' | 'withdrawn';
}

export interface Member {
  position: number;
  personId: string;
  postId: string;
  departmentId: string;
  sideTask: string | null;
  state: MemberState;
}

const SELECT = `SELECT s.id, s.task_id AS "taskId", t.case_number AS "caseNumber", t.name AS "taskName",
    s.place, s.rule, s.ratio::float8 AS ratio, s.reason, s.person_id AS "personId", s.state
  FROM sign_off s JOIN task t ON t.id = s.task_id`;

/** The one that waits before or after a task, if there is one. */
export async function waitingSignOff(
  manager: EntityManager,
  taskId: string,
  place: SignOff['place'],
): Promise<SignOff | undefined> {
  const [row] = await manager.query<SignOff[]>(
    `${SELECT} WHERE s.task_id = $1 AND s.place = $2 AND s.state IN ('planned', 'open')`,
    [taskId, place],
  );
  return row;
}

export async function signOffOf(manager: EntityManager, id: string): Promise<SignOff | undefined> {
  const [row] = await manager.query<SignOff[]>(`${SELECT} WHERE s.id = $1`, [id]);
  return row;
}

export function membersOf(manager: EntityManager, id: string): Promise<Member[]> {
  return manager.query<Member[]>(
    `SELECT position, person_id AS "personId", post_id AS "postId",
            department_id AS "departmentId", side_task AS "sideTask", state
       FROM sign_off_member WHERE sign_off_id = $1 ORDER BY position`,
    [id],
  );
}

/** Opens the tasks of those whose turn it is. */
export async function openTurns(manager: EntityManager, signOff: SignOff): Promise<void> {
  const members = await membersOf(manager, signOff.id);
  const turns = nextTurns(
    signOff.rule,
    members.map(({ state }) => state),
  );
  for (const index of turns) {
    const member = members[index]!;
    const { personId, postId, departmentId, position } = member;
    const sideTask = await openSideTask(manager, {
      ...{ caseNumber: signOff.caseNumber, purpose: SIGN_OFF, departmentId },
      name: `${signOff.taskName}（加签）`,
      assignee: { personId, postId },
      ...{ outcomes: OUTCOMES, parentTask: signOff.taskId, withParent: true },
      data: { signOff: signOff.id, position, personal: true },
      inputs: { 请您核签的事由: signOff.reason },
    });
    await setMember(manager, signOff.id, position, 'open', { sideTask });
  }
  await manager.query(`UPDATE sign_off SET state = 'open' WHERE id = $1`, [signOff.id]);
}

export async function setMember(
  manager: EntityManager,
  signOffId: string,
  position: number,
  state: MemberState,
  { sideTask, opinion }: { sideTask?: string; opinion?: string } = {},
): Promise<void> {
  await manager.query(
    `UPDATE sign_off_member SET state = $3, side_task = coalesce($4, side_task),
            opinion = coalesce($5, opinion),
            answered_at = CASE WHEN $3 IN ('agreed', 'disagreed') THEN now() END
      WHERE sign_off_id = $1 AND position = $2`,
    [signOffId, position, state, sideTask ?? null, opinion ?? null],
  );
}

/** Whether it is settled now; then who has not answered need not. @param by who made it so */
export async function settle(
  manager: EntityManager,
  signOff: SignOff,
  by: string,
): Promise<Verdict> {
  const members = await membersOf(manager, signOff.id);
  const verdict = verdictOf(
    signOff.rule,
    signOff.ratio,
    members.map(({ state }) => state),
  );
  if (verdict === 'open') {
    if (signOff.state === 'open') await openTurns(manager, signOff);
    return verdict;
  }
  await close(manager, signOff.id, verdict);
  const { id: key, taskId, personId: person } = signOff;
  if (person !== by) await tellBack(manager, { key, taskId, person });
  return verdict;
}

/** Settles it with what is known; tasks that are still open go. */
export async function close(
  manager: EntityManager,
  signOffId: string,
  state: Exclude<Verdict, 'open'>,
): Promise<void> {
  const [rows] = await manager.query<[{ sideTask: string | null }[], number]>(
    `UPDATE sign_off_member SET state = 'not-needed'
      WHERE sign_off_id = $1 AND state IN ('waiting', 'open') RETURNING side_task AS "sideTask"`,
    [signOffId],
  );
  await cancelSideTasks(
    manager,
    rows.flatMap(({ sideTask }) => sideTask ?? []),
  );
  await manager.query(`UPDATE sign_off SET state = $2, settled_at = now() WHERE id = $1`, [
    signOffId,
    state,
  ]);
}
