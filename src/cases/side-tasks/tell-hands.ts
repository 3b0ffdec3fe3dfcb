/** Whoever has a task in hand that was not in their hands before hears of it. */
import type { EntityManager } from 'typeorm';
import { tell } from '../../notifications/index.js';

interface Handed {
  /** Another time is told of anew. */
  key: string;
  taskId: string;
  person: string;
  /** How it came to them: 转办给您, 请您核签. */
  how: string;
}

interface Named {
  task: string;
  item: string;
  case: string;
}

/** What texts say of a task. */
export async function namesOfTask(manager: EntityManager, taskId: string): Promise<Named> {
  const [row] = await manager.query<Named[]>(
    `SELECT t.name AS task, c.item_name AS item, c.number AS "case"
       FROM task t JOIN cases c ON c.number = t.case_number WHERE t.id = $1`,
    [taskId],
  );
  return row!;
}

export async function tellHands(
  manager: EntityManager,
  { key, taskId, person, how }: Handed,
): Promise<void> {
  const names = await namesOfTask(manager, taskId);
  await tell(manager, [
    {
      ...{ occasion: 'task-given', key, persons: [person], caseNumber: names.case },
      ...{ about: { kind: 'task', id: taskId }, facts: { ...names, how } },
    },
  ]);
}

/** What was delegated, or asked of others, came back with its answer. */
export async function tellBack(
  manager: EntityManager,
  { key, taskId, person }: Omit<Handed, 'how'>,
): Promise<void> {
  const facts = await namesOfTask(manager, taskId);
  await tell(manager, [
    {
      ...{ occasion: 'task-back', key, persons: [person], caseNumber: facts.case, facts },
      about: { kind: 'task', id: taskId },
    },
  ]);
}
