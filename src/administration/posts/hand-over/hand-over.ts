/**
 * Tasks go back to the pool or to a colleague who is named; those asked of the person alone go to that
 * colleague, delegated ones back to who delegated them. Nothing is left without hands: where nobody could
 * take it, nobody leaves.
 */
import type { EntityManager } from 'typeorm';
import { tellHands } from '../../../cases/index.js';
import { tell } from '../../../notifications/index.js';
import { unprocessable } from '../../../platform/errors.js';
import { isOwnCase } from '../../../handling/index.js';
import type { Keeper } from '../../scope/index.js';
import type { PostRow } from '../posts.js';
import { expectedBy, expectsOwnCaseOf, type Held, lockHeld, waitingFor } from './held.js';
import { type Colleague, colleaguesOf } from './preview.js';

export interface HandOver {
  /** Post of the colleague; left out: back to the pool. */
  successor?: string;
}

/** How many went where. */
export interface HandedOver {
  toPool: number;
  toSuccessor: number;
  toDelegator: number;
}

interface Handing {
  post: PostRow;
  to: HandOver;
  by: Keeper;
  day: string;
}

/** @throws DomainError `not-a-colleague`, `name-a-colleague`, `nobody-left` */
export async function handOver(
  manager: EntityManager,
  { post, to, by, day }: Handing,
): Promise<HandedOver> {
  const colleagues = await colleaguesOf(manager, post, day);
  const successor = successorAmong(colleagues, to);
  const held = await lockHeld(manager, post);
  const back = held.filter(({ delegator }) => delegator !== null);
  const own = held.filter(({ delegator }) => delegator === null);
  const named = own.filter((one) => successor !== null && !isOwnCase(one, [successor.person]));
  const pool = own.filter((one) => !named.includes(one));
  await requireNamed(manager, { post, pool, colleagues, successor });
  await toDelegators(manager, back);
  await toHands(manager, named, successor);
  await toHands(manager, pool, null);
  await requireTakers(manager, { post, pool, colleagues });
  await expectations(manager, post, successor);
  await endDeputies(manager, post, day);
  await noteOn(manager, held, { by, post });
  if (successor && named.length > 0) await tellSuccessor(manager, post, successor, named.length);
  for (const { task, delegator } of back)
    await tellHands(manager, {
      ...{ key: `${task}/${post.id}`, taskId: task, person: delegator! },
      how: '因受委派的同事离任交回给您',
    });
  return { toPool: pool.length, toSuccessor: named.length, toDelegator: back.length };
}

function successorAmong(colleagues: readonly Colleague[], { successor }: HandOver) {
  if (successor === undefined) return null;
  const found = colleagues.find(({ post }) => post === successor);
  if (found) return found;
  throw unprocessable(
    'not-a-colleague',
    '接手的人须在离任之日仍在同一机构任同样的岗位；请重新选择。',
    { field: 'successor' },
  );
}

interface Left {
  post: PostRow;
  /** What nobody was named for. */
  pool: readonly Held[];
  colleagues: readonly Colleague[];
}

/**
 * What is asked of one person alone, and what comes back to them – sign-offs, delegated decisions –, needs
 * somebody named: the pool signs nothing, and who was delegated a task does not inherit the decision.
 */
async function requireNamed(
  manager: EntityManager,
  { post, pool, colleagues, successor }: Left & { successor: Colleague | null },
): Promise<void> {
  const personal = pool.filter((one) => one.personal).length;
  const { signOffs, delegations } = await expectedBy(manager, post.id);
  const refused = (count: number, advice: string) =>
    unprocessable(
      'name-a-colleague',
      `${post.personName}有 ${count} 项点名由本人办理、等交回或者加签的事；${advice}`,
      { field: 'successor' },
    );
  if (successor) {
    if (personal > 0 || (await expectsOwnCaseOf(manager, post.id, successor.person)))
      throw refused(
        personal + signOffs + delegations,
        `其中有${successor.personName}自己的办件，请另选一位，或先任命另一位。`,
      );
    return;
  }
  const count = personal + signOffs + delegations;
  if (count > 0)
    throw refused(
      count,
      colleagues.length > 0 ? '请选择接手的人。' : '请先任命同一机构、同样岗位的人，再由其接手。',
    );
}

/** Whether for each task somebody is left who may take it; looked at once all is written. */
async function requireTakers(
  manager: EntityManager,
  { post, pool, colleagues }: Left,
): Promise<void> {
  const { waiting, stuck } = await waitingFor(manager, post, {
    tasks: pool.map(({ task }) => task),
    people: colleagues.map(({ person }) => person),
  });
  if (stuck === 0) return;
  throw unprocessable(
    'nobody-left',
    colleagues.length === 0
      ? `${post.personName}离任后，${waiting} 个任务没有人可以办理；请先任命接替的人。`
      : `${stuck} 个任务所属的办件，留下的同事都是其申请人或代理人，不能办理；请先任命接替的人。`,
  );
}

async function toDelegators(manager: EntityManager, tasks: readonly Held[]): Promise<void> {
  await manager.query(
    `UPDATE task SET assignee_person = delegator_person, assignee_post = delegator_post,
            delegator_person = NULL, delegator_post = NULL WHERE id = ANY($1)`,
    [tasks.map(({ task }) => task)],
  );
}

/** @param whose null = the pool's */
async function toHands(
  manager: EntityManager,
  tasks: readonly Held[],
  whose: Colleague | null,
): Promise<void> {
  await manager.query(
    `UPDATE task SET assignee_person = $2, assignee_post = $3,
            claimed_at = CASE WHEN $2::text IS NULL THEN NULL ELSE now() END
      WHERE id = ANY($1)`,
    [tasks.map(({ task }) => task), whose?.person ?? null, whose?.post ?? null],
  );
}

/** Sign-offs to come, and what was delegated: its answer comes to the successor, or it stays where it is. */
async function expectations(
  manager: EntityManager,
  { id }: PostRow,
  successor: Colleague | null,
): Promise<void> {
  await manager.query(
    `UPDATE task SET delegator_person = $2, delegator_post = $3
      WHERE delegator_post = $1 AND state = 'open'`,
    [id, successor?.person ?? null, successor?.post ?? null],
  );
  if (!successor) return;
  await manager.query(
    `UPDATE sign_off_member m SET person_id = $2, post_id = $3
       FROM sign_off s
      WHERE s.id = m.sign_off_id AND m.post_id = $1 AND m.state IN ('waiting', 'open')
        AND s.state IN ('planned', 'open')`,
    [id, successor.person, successor.post],
  );
}

/** Nobody acts any more in the name of the post, nor the person for others without any. */
async function endDeputies(
  manager: EntityManager,
  { id, person }: PostRow,
  day: string,
): Promise<void> {
  await manager.query(
    `UPDATE deputy SET revoked_at = now() WHERE revoked_at IS NULL
        AND (post_id = $1 OR ($2 IN (person_id, deputy_id) AND NOT EXISTS (
          SELECT 1 FROM post p WHERE p.person_id = $2 AND p.id <> $1
             AND (p.valid_to IS NULL OR p.valid_to > $3::date))))`,
    [id, person, day],
  );
}

async function tellSuccessor(
  manager: EntityManager,
  { id }: PostRow,
  { person }: Colleague,
  count: number,
): Promise<void> {
  await tell(manager, [
    {
      ...{ occasion: 'handed-over', key: id, persons: [person], facts: { count: String(count) } },
      about: { kind: 'tasks', id },
    },
  ]);
}

/** On the timeline of each case, for those who handle it. */
async function noteOn(
  manager: EntityManager,
  held: readonly Held[],
  { by, post }: { by: Keeper; post: PostRow },
): Promise<void> {
  await manager.query(
    `INSERT INTO timeline (case_number, step, cause, at, kind, element, name, task_id, person_id,
                           post_id, department_id, data, internal)
     SELECT case_number, 0, 'hand-over:' || $2, now(), 'task-hand-over', element, name, id, $3, $4,
            department_id, jsonb_build_object('person', $5::text, 'toPerson', assignee_person), true
       FROM task WHERE id = ANY($1)`,
    [held.map(({ task }) => task), ...[post.id, by.personId, by.postId, post.person]],
  );
}
