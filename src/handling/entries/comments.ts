/** What reviewers say at the very elements of a draft, and what its author answers. */
import type { EntityManager } from 'typeorm';
import {
  ENTRY_ACTS,
  elementsOf,
  ITEMS,
  keepsItem,
  type RunningEntry,
} from '../../catalogue/index.js';
import { writeSideLine } from '../../cases/index.js';
import { actorOf, audit, abilityOf, type Session } from '../../people/index.js';
import { conflict, forbidden, notFound, unprocessable } from '../../platform/errors.js';
import { draftOf } from '../../versions/index.js';

export interface EntryComment {
  id: string;
  /** Of the element, the same in every version. */
  place: string;
  /** Of the element when it was commented on. */
  name: string;
  words: string;
  by: string;
  /** Title of the post. */
  title: string | null;
  at: Date;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
}

/** Oldest first. */
export const commentsOf = (manager: EntityManager, caseNumber: string): Promise<EntryComment[]> =>
  manager.query<EntryComment[]>(
    `SELECT k.id, k.place, k.name, k.words, p.name AS by, s.title, k.at, k.answer,
            a.name AS "answeredBy", k.answered_at AS "answeredAt"
       FROM item_comment k JOIN person p ON p.id = k.person_id
       LEFT JOIN post s ON s.id = k.post_id LEFT JOIN person a ON a.id = k.answered_by
      WHERE k.case_number = $1 ORDER BY k.at, k.id`,
    [caseNumber],
  );

export interface EntryTask {
  id: string;
  name: string;
  act: string;
}

/** The open task of the way that lies on the caller's desk; null = it is somebody else's turn. */
export async function taskOfMine(
  manager: EntityManager,
  { person, post }: Session,
  caseNumber: string,
): Promise<EntryTask | null> {
  if (!post) return null;
  const [task] = await manager.query<(EntryTask & { applicant: string })[]>(
    `SELECT t.id, t.name, t.act, c.applicant_id AS applicant
       FROM task t JOIN cases c ON c.number = t.case_number
      WHERE t.case_number = $1 AND t.state = 'open' AND t.origin = 'diagram' AND t.act = ANY ($2)
        AND t.department_id = $3 AND t.role = $4`,
    [caseNumber, Object.values(ENTRY_ACTS), post.organisation.id, post.role],
  );
  if (!task) return null;
  const { applicant, ...own } = task;
  // Nobody reviews what they handed in themselves, under whatever post.
  return applicant === person.id && own.act !== ENTRY_ACTS.revise ? null : own;
}

/** Who writes the draft may answer, while it is theirs. */
export const mayAnswer = (
  session: Session,
  entry: RunningEntry,
  item: Parameters<typeof keepsItem>[1] | undefined,
): boolean =>
  entry.withAuthor &&
  session.post !== null &&
  item !== undefined &&
  abilityOf(session).can('use', 'Item') &&
  keepsItem(session.post, item);

interface Commented {
  code: string;
  entry: RunningEntry | null;
  place: string;
  words: string;
}

/** @throws DomainError `no-entry`, `not-your-review`, `no-such-element` */
export async function addComment(
  manager: EntityManager,
  session: Session,
  { code, entry, place, words }: Commented,
): Promise<string> {
  if (!entry) throw noEntry(code);
  const task = await taskOfMine(manager, session, entry.caseNumber);
  if (!task || task.act === ENTRY_ACTS.revise)
    throw forbidden('not-your-review', '只有正在审核这份草稿的人员可以写意见。');
  const draft = await draftOf(manager, ITEMS, code);
  const element = elementsOf(draft?.content ?? null).find((one) => one.place === place);
  if (!element)
    throw unprocessable('no-such-element', '草稿中没有这一项内容，请从列表中选择。', {
      field: 'place',
    });
  const actor = actorOf(session);
  const [row] = await manager.query<{ id: string }[]>(
    `INSERT INTO item_comment (case_number, place, name, words, person_id, post_id)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [entry.caseNumber, place, element.name, words, actor.personId, actor.postId],
  );
  const { id } = row!;
  await noted(manager, session, {
    code,
    caseNumber: entry.caseNumber,
    taskId: task.id,
    kind: 'item-comment',
    id,
    words: `${element.name}：${words}`,
  });
  return id;
}

/** @throws DomainError `no-entry`, `comment-not-found`, `not-your-item`, `comment-answered` */
export async function answerComment(
  manager: EntityManager,
  session: Session,
  {
    code,
    entry,
    id,
    answer,
  }: { code: string; entry: RunningEntry | null; id: string; answer: string },
): Promise<void> {
  if (!entry) throw noEntry(code);
  const draft = await draftOf(manager, ITEMS, code);
  if (!mayAnswer(session, entry, draft?.content))
    throw forbidden('not-your-item', '意见由草稿的编制人员在退回修改时答复。', { item: code });
  const [rows] = await manager.query<[{ name: string; task: string | null }[], number]>(
    `UPDATE item_comment SET answer = $3, answered_by = $4, answered_at = now()
      WHERE id = $1 AND case_number = $2 AND answer IS NULL
      RETURNING name, (SELECT t.id FROM task t WHERE t.case_number = $2 AND t.state = 'open'
                          AND t.origin = 'diagram' LIMIT 1) AS task`,
    [id, entry.caseNumber, answer, session.person.id],
  );
  const [row] = rows;
  if (!row) throw await whyNot(manager, entry.caseNumber, id);
  const words = `${row.name}：${answer}`;
  const { caseNumber } = entry;
  await noted(manager, session, {
    ...{ code, caseNumber, taskId: row.task, kind: 'item-answer', id, words },
  });
}

async function whyNot(manager: EntityManager, caseNumber: string, id: string): Promise<Error> {
  const found = await manager.query<unknown[]>(
    `SELECT 1 FROM item_comment WHERE id = $1 AND case_number = $2`,
    [id, caseNumber],
  );
  return found.length > 0
    ? conflict('comment-answered', '这条意见已经答复。')
    : notFound('comment-not-found', '没有这条意见，请刷新后再看。');
}

const noEntry = (code: string) =>
  conflict('no-entry', `事项 ${code} 没有正在审核的草稿。`, { item: code });

interface Noted {
  code: string;
  caseNumber: string;
  taskId: string | null;
  kind: 'item-comment' | 'item-answer';
  id: string;
  words: string;
}

/** On the case's timeline, and in the audit log without the words. */
async function noted(
  manager: EntityManager,
  session: Session,
  { code, caseNumber, taskId, kind, id, words }: Noted,
): Promise<void> {
  const { personId, postId } = actorOf(session);
  if (taskId)
    await writeSideLine(manager, { taskId, kind, cause: id, personId, postId, opinion: words });
  await audit(manager, {
    ...{
      person: personId,
      post: postId,
      act: kind === 'item-comment' ? 'item.comment' : 'item.answer-comment',
    },
    ...{ target: `case:${caseNumber}`, outcome: 'done', detail: { item: code, comment: id } },
  });
}
