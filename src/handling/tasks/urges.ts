/** 催办: the applicant, or a supervisor, asks those who have the case to hurry; not more often than is right. */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { audit, actorOf, type Session } from '../../people/index.js';
import { namesOfTask, requireCase, writeSideLine } from '../../cases/index.js';
import { peopleOfBody, tell } from '../../notifications/index.js';
import { conflict, DomainError } from '../../platform/errors.js';
import { settingOn } from '../../versions/index.js';

@Injectable()
export class Urges {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Urges every open task of the staff in the case and its children.
   * @returns how many tasks were urged
   * @throws DomainError `not-yours-to-urge`, `nothing-to-urge`, 429 `urged-recently`
   */
  async urge(session: Session, caseNumber: string, note: string, key: string): Promise<number> {
    const { manager } = this.dataSource;
    const { sees } = await requireCase(manager, session, caseNumber, 'case.urge');
    const supervisor = sees !== 'own';
    return this.dataSource.transaction(async (inside) => {
      if (await isRepeat(inside, key, caseNumber, session.person.id)) return 0;
      await requireRarely(inside, caseNumber, session.person.id, supervisor);
      const tasks = await urgeTasks(inside, caseNumber);
      if (tasks.length === 0)
        throw conflict('nothing-to-urge', '办件现在没有等待工作人员办理的环节，不需要催办。');
      await inside.query(
        `INSERT INTO urge (id, case_number, person_id, by_supervisor, note) VALUES ($1, $2, $3, $4, $5)`,
        [key, caseNumber, session.person.id, supervisor, note],
      );
      const { personId, postId } = actorOf(session);
      for (const taskId of tasks) {
        const line = { taskId, kind: 'task-urge', cause: `urge:${key}`, opinion: note };
        await writeSideLine(inside, { ...line, personId, postId });
        await tellUrged(inside, taskId, key);
      }
      await audit(inside, {
        ...{ person: personId, post: postId, act: 'case.urge', target: `case:${caseNumber}` },
        ...{ outcome: 'done', detail: { tasks: tasks.length } },
      });
      return tasks.length;
    });
  }
}

/** Who has it in hand; while nobody has, the desk it waits at. */
async function tellUrged(manager: EntityManager, taskId: string, key: string): Promise<void> {
  const [task] = await manager.query<
    { assignee: string | null; organisation: string | null; role: string | null }[]
  >(
    `SELECT assignee_person AS assignee, department_id AS organisation, role
       FROM task WHERE id = $1`,
    [taskId],
  );
  const { assignee, organisation, role } = task!;
  const facts = await namesOfTask(manager, taskId);
  const body = { organisation, role, caseNumber: facts.case };
  const persons = assignee ? [assignee] : await peopleOfBody(manager, body);
  const about = { kind: 'task', id: taskId } as const;
  const told = { key: `${key}/${taskId}`, persons, caseNumber: facts.case, about, facts };
  await tell(manager, [{ occasion: 'urged', ...told }]);
}

async function isRepeat(
  manager: EntityManager,
  key: string,
  caseNumber: string,
  personId: string,
): Promise<boolean> {
  // Two presses at once wait for each other.
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `urge:${caseNumber}:${personId}`,
  ]);
  return (await manager.query<unknown[]>(`SELECT 1 FROM urge WHERE id = $1`, [key])).length > 0;
}

async function requireRarely(
  manager: EntityManager,
  caseNumber: string,
  personId: string,
  supervisor: boolean,
): Promise<void> {
  const { applicantHours, supervisorHours } = await settingOn(manager, 'urges');
  const hours = supervisor ? supervisorHours : applicantHours;
  const [last] = await manager.query<{ again: Date }[]>(
    `SELECT at + make_interval(hours => $3) AS again FROM urge
      WHERE case_number = $1 AND person_id = $2 AND at > now() - make_interval(hours => $3)
      ORDER BY at DESC LIMIT 1`,
    [caseNumber, personId, hours],
  );
  if (!last) return;
  throw new DomainError(429, 'urged-recently', `${hours} 小时内只能催办一次，请稍后再催。`, {
    again: last.again.toISOString(),
  });
}

async function urgeTasks(manager: EntityManager, caseNumber: string): Promise<string[]> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `UPDATE task SET urged_at = now(), urged_times = urged_times + 1
      WHERE state = 'open' AND role IS DISTINCT FROM 'applicant'
        AND case_number IN (SELECT number FROM cases WHERE number = $1 OR parent_number = $1)
     RETURNING id`,
    [caseNumber],
  );
  return rows.map(({ id }) => id);
}
