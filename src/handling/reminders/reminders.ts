/** Limits that come near: who has to do something hears of it while there is time, once. */
import { peopleOf } from '../../people/index.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { dayText, dueText, peopleOfBody, tell, type Told } from '../../notifications/index.js';
import { Recurring } from '../../platform/recurring/index.js';

/** Tasks in one transaction: whoever completes one of them waits for it. */
const TASKS = 20;
/** A task is told of so many days before its limit at most. */
const TASK_DAYS = 60;
const LICENCES = 100;
/**
 * A renewal is asked for thirty days before the end (行政许可法 50); heard of as long before that, but of
 * what is granted for a short time not before a third of it is left.
 */
const LICENCE_DAYS = 60;

interface NearTask {
  id: string;
  item: string;
  /** The applicant, and who applied for them. */
  people: string[];
  caseNumber: string;
  name: string;
  role: string | null;
  departmentId: string | null;
  assignee: string | null;
  dueAt: Date | null;
}

@Injectable()
export class Reminders {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Tasks of which a third of the time is left, so that it is right for hours and for weeks.
   * @returns whether more may wait
   */
  @Recurring({ name: 'task-reminders', every: 60_000, oneProcess: true })
  tasks(): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [near] = await manager.query<[NearTask[], number]>(
        `UPDATE task t SET reminded_at = now() FROM cases c
          WHERE c.number = t.case_number AND t.id IN (
                SELECT id FROM task
                 WHERE state = 'open' AND due_at IS NOT NULL AND reminded_at IS NULL
                   AND due_at BETWEEN now() AND now() + interval '${TASK_DAYS} days'
                   AND now() >= due_at - (due_at - opened_at) / 3
                 ORDER BY due_at LIMIT ${TASKS} FOR UPDATE SKIP LOCKED)
         RETURNING t.id, t.case_number AS "caseNumber", t.name, t.role,
                   t.department_id AS "departmentId", t.assignee_person AS assignee,
                   t.due_at AS "dueAt", c.item_name AS item,
                   ${peopleOf('c')} AS people`,
      );
      const told: Told[] = [];
      for (const task of near) told.push(await nearOf(manager, task));
      await tell(manager, told);
      return near.length === TASKS;
    });
  }

  /** Licences that end soon. @returns whether more may wait */
  @Recurring({ name: 'licence-reminders', every: 3_600_000, oneProcess: true })
  async licences(): Promise<boolean> {
    const ending = await this.dataSource.query<
      { identifier: string; licence: string; holder: string; lastDay: Date }[]
    >(
      `SELECT identifier, kind AS licence, holder_person AS holder,
              valid_to::timestamp AT TIME ZONE 'Asia/Shanghai' AS "lastDay"
         FROM licence l
        WHERE state = 'valid' AND valid_to BETWEEN current_date AND current_date + ${LICENCE_DAYS}
          AND valid_to - current_date <= (valid_to - issued_on) / 3
          AND NOT EXISTS (SELECT 1 FROM notification n
                WHERE n.key = 'licence-expiring/' || l.identifier || '/' || l.holder_person)
        ORDER BY valid_to LIMIT ${LICENCES}`,
    );
    await this.dataSource.transaction((manager) =>
      tell(
        manager,
        ending.map(({ identifier, licence, holder, lastDay }) => ({
          ...{ occasion: 'licence-expiring', key: identifier, persons: [holder] },
          about: { kind: 'licence', id: identifier },
          facts: { licence, lastDay: dayText(lastDay) },
        })),
      ),
    );
    return ending.length === LICENCES;
  }
}

/** The applicant hears of their own; of the staff who has it, or the desk it waits at. */
async function nearOf(manager: EntityManager, task: NearTask): Promise<Told> {
  const { id, caseNumber, item, people, name, role, departmentId, assignee, dueAt } = task;
  const facts = { item, case: caseNumber, task: name, lastDay: dueText(dueAt) };
  // A limit that moved is another one to be reminded of.
  const key = `${id}/${Number(dueAt)}`;
  if (role === 'applicant')
    return {
      ...{ occasion: 'deadline-near', key, persons: people, caseNumber, facts },
      about: { kind: 'correction', id: caseNumber },
    };
  const body = { organisation: departmentId, role, caseNumber };
  return {
    ...{ occasion: 'task-near', key, caseNumber, facts, about: { kind: 'task', id } },
    persons: assignee ? [assignee] : await peopleOfBody(manager, body),
  };
}
