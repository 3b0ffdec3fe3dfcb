/** Limits that come near: who has to do something hears of it while there is time, once. */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { dayText, peopleOfBody, tell, toldCase, type Told } from '../../notifications/index.js';
import { Recurring } from '../../platform/recurring/index.js';

/** In one transaction. */
const BATCH = 100;
/** A renewal is asked for thirty days before the end (行政许可法 50); heard of as long before that. */
const LICENCE_DAYS = 60;

interface NearTask {
  id: string;
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
  @Recurring({ name: 'task-reminders', every: 60_000 })
  tasks(): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [near] = await manager.query<[NearTask[], number]>(
        `UPDATE task SET reminded_at = now()
          WHERE id IN (SELECT id FROM task
                        WHERE state = 'open' AND due_at IS NOT NULL AND reminded_at IS NULL
                          AND now() BETWEEN due_at - (due_at - opened_at) / 3 AND due_at
                        ORDER BY due_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
         RETURNING id, case_number AS "caseNumber", name, role, department_id AS "departmentId",
                   assignee_person AS assignee, due_at AS "dueAt"`,
      );
      const told: Told[] = [];
      for (const task of near) told.push(await nearOf(manager, task));
      await tell(manager, told);
      return near.length === BATCH;
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
          AND NOT EXISTS (SELECT 1 FROM notification n
                WHERE n.key = 'licence-expiring/' || l.identifier || '/' || l.holder_person)
        ORDER BY valid_to LIMIT ${BATCH}`,
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
    return ending.length === BATCH;
  }
}

/** The applicant hears of their own; of the staff who has it, or the desk it waits at. */
async function nearOf(manager: EntityManager, task: NearTask): Promise<Told> {
  const { id, caseNumber, name, role, departmentId, assignee, dueAt } = task;
  const { item, people } = await toldCase(manager, caseNumber);
  const facts = { item, case: caseNumber, task: name, lastDay: dayText(dueAt) };
  if (role === 'applicant')
    return {
      ...{ occasion: 'deadline-near', key: id, persons: people, caseNumber, facts },
      about: { kind: 'correction', id: caseNumber },
    };
  return {
    ...{ occasion: 'task-near', key: id, caseNumber, facts, about: { kind: 'task', id } },
    persons: assignee ? [assignee] : await peopleOfBody(manager, departmentId, role),
  };
}
