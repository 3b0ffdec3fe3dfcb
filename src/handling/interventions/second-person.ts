/**
 * What one person may not do beside the diagram, two may: a modification or a migration that passes over a
 * decision, a fee or a public notice is asked for, and confirmed in a task beside the diagram by the head
 * of the body that decides the case (decision 29, rights are of the act). Who asked and who confirmed
 * stand on the timeline and in the audit log; nothing is granted by it, for adapters ask for their ground
 * all the same.
 */
import type { EntityManager } from 'typeorm';
import type { MigrationPlan, Modification } from '../../../bpmn/engine/index.js';
import {
  type Actor,
  type DoneSideTask,
  type FollowUp,
  openSideTask,
  passedByModifying,
  passedByMoving,
  type Purpose,
  writeSideLine,
} from '../../cases/index.js';
import { audit } from '../../people/index.js';
import { conflict, unprocessable } from '../../platform/errors.js';

const PURPOSE = 'second-person';

/** What is asked for; models by their hashes. */
export type Wish = { reason: string } & (
  | { kind: 'modify'; modification: Modification }
  | { kind: 'migrate'; from: string; to: string; plan: MigrationPlan }
);

/** As the side task keeps it. */
interface Asked {
  wish: Wish;
  /** What it passes over, as whoever confirms it reads it. */
  over: string[];
  askedBy: string;
}

const NAMES = { modify: '调整环节', migrate: '迁移版本' } as const;

/**
 * Opens the confirmation, inside the caller's transaction.
 * @returns its task's id; the earlier one's when the key was used before
 * @throws DomainError 422 `nothing-passed-over`: one person may do it alone; `nobody-there`
 */
export async function askSecondPerson(
  manager: EntityManager,
  caseNumber: string,
  { wish, actor, key }: { wish: Wish; actor: Actor; key: string },
): Promise<string> {
  const earlier = `${caseNumber}.side-second-${key}`;
  if (await isThere(manager, earlier)) return earlier;
  const over = await passedBy(manager, caseNumber, wish);
  if (over.length === 0)
    throw unprocessable(
      'nothing-passed-over',
      '这样不会越过决定、缴费或者公示，不需要第二人确认。',
    );
  const asked: Asked = { wish, over, askedBy: actor.personId };
  const taskId = await openSideTask(manager, {
    ...{ caseNumber, purpose: PURPOSE, key: `second-${key}`, role: 'approver' },
    name: `确认${NAMES[wish.kind]}：会越过${over.join('、')}`,
    departmentId: await leadOf(manager, caseNumber),
    outcomes: [
      { id: 'agree', name: '确认' },
      { id: 'disagree', name: '不同意' },
    ],
    data: { ...asked },
    inputs: {
      reason: wish.reason,
      askedBy: actor.name ?? actor.personId,
      passedOver: over.join('、'),
    },
  });
  await writeSideLine(manager, {
    ...{ taskId, kind: 'second-person-asked', cause: taskId, opinion: wish.reason, internal: true },
    ...{ personId: actor.personId, postId: actor.postId },
  });
  await note(manager, caseNumber, actor, 'ask', { task: taskId, kind: wish.kind, over });
  return taskId;
}

/** What its confirmation means for the case. */
export const secondPerson: Purpose = {
  name: PURPOSE,
  async completed(manager, task) {
    const { wish, over, askedBy } = task.data as unknown as Asked;
    if (task.hands.includes(askedBy))
      throw conflict('own-request', '由您本人提出，须由另一人确认；请退回给同岗位的同事。');
    const { id, caseNumber, actor, outcome } = task;
    if (outcome === 'disagree' && !task.opinion?.trim())
      throw unprocessable('opinion-missing', '不同意时请写明意见。', { field: 'opinion' });
    if (outcome !== 'agree') {
      const detail = { task: id, kind: wish.kind, over, askedBy };
      return note(manager, caseNumber, actor, 'decline', detail);
    }
    // That it was confirmed, the completion's own line says; it stands only when the case takes it.
    await requireNoMore(manager, task, wish, over);
    return { followUp: await commandOf(manager, caseNumber, wish) };
  },
};

async function isThere(manager: EntityManager, taskId: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(`SELECT 1 FROM task WHERE id = $1`, [taskId]);
  return rows.length > 0;
}

const passedBy = (manager: EntityManager, caseNumber: string, wish: Wish): Promise<string[]> =>
  wish.kind === 'modify'
    ? passedByModifying(manager, caseNumber, wish.modification)
    : passedByMoving(manager, caseNumber, wish);

/** The case may have gone on: what was confirmed is what was read. */
async function requireNoMore(
  manager: EntityManager,
  { caseNumber }: DoneSideTask,
  wish: Wish,
  over: readonly string[],
): Promise<void> {
  const known = [...over];
  const more = (await passedBy(manager, caseNumber, wish)).filter((one) => {
    // Two may have one name: each that was read stands for one.
    const place = known.indexOf(one);
    if (place >= 0) known.splice(place, 1);
    return place < 0;
  });
  if (more.length === 0) return;
  throw conflict(
    'case-moved-on',
    `办件已有变化，现在还会越过${more.join('、')}。请不予确认，由提出人重新提出。`,
  );
}

async function commandOf(
  manager: EntityManager,
  caseNumber: string,
  wish: Wish,
): Promise<FollowUp> {
  const { reason } = wish;
  if (wish.kind === 'modify') return { kind: 'modify', payload: { reason, ...wish.modification } };
  const [row] = await manager.query<{ step: number; hash: string }[]>(
    `SELECT step, model_hash AS hash FROM cases WHERE number = $1`,
    [caseNumber],
  );
  if (row?.hash !== wish.from)
    throw conflict('case-on-another-version', '办件已不在所选的原版本上，请不予确认。');
  const { to, plan } = wish;
  return { kind: 'migrate', payload: { model: { $model: to }, plan, reason, step: row.step } };
}

/** @throws DomainError 422 `nobody-there`: the body that decides has no head who could confirm it */
async function leadOf(manager: EntityManager, caseNumber: string): Promise<string> {
  const [row] = await manager.query<{ lead: string; headed: boolean }[]>(
    `SELECT lead_department AS lead, EXISTS (
              SELECT 1 FROM post p WHERE p.organisation_id = lead_department AND p.role = 'approver'
                 AND p.valid_from <= current_date
                 AND (p.valid_to IS NULL OR p.valid_to > current_date)) AS headed
       FROM cases WHERE number = $1`,
    [caseNumber],
  );
  if (row!.headed) return row!.lead;
  throw unprocessable(
    'nobody-there',
    '作出决定的机关现在没有人在负责人岗位上，无法确认；请先补上岗位。',
  );
}

function note(
  manager: EntityManager,
  caseNumber: string,
  { personId: person, postId: post }: Pick<Actor, 'personId' | 'postId'>,
  act: 'ask' | 'decline',
  detail: Record<string, unknown>,
): Promise<void> {
  const target = `case:${caseNumber}`;
  return audit(manager, {
    ...{ person, post, act: `second-person.${act}`, target, outcome: 'done', detail },
  });
}
