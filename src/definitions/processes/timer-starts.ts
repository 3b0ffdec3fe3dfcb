/** For whom and where a timer at the beginning of a process opens its cases: an administrator says. */
import type { DataSource, EntityManager } from 'typeorm';
import { audit, type Actor } from '../../people/index.js';
import { notFound, unprocessable } from '../../platform/errors.js';

export interface TimerStart {
  process: string;
  processName: string;
  element: string;
  timer: string | null;
  nextAt: Date | null;
  region: string | null;
  /** Account. */
  applicant: string | null;
  applicantName: string | null;
  lastCase: string | null;
  problem: string | null;
}

/** Those of the processes as they are published now. */
export function listTimerStarts(manager: EntityManager): Promise<TimerStart[]> {
  return manager.query<TimerStart[]>(
    `SELECT s.process_id AS process, v.name AS "processName", s.element,
            s.timer->'value'->>'value' AS timer, s.next_at AS "nextAt", s.region,
            p.account AS applicant, p.name AS "applicantName", s.last_case AS "lastCase", s.problem
       FROM process_start s
       JOIN process_version v ON v.process_id = s.process_id AND v.state = 'published'
       LEFT JOIN person p ON p.id = s.applicant_id
      WHERE s.kind = 'timer' ORDER BY s.process_id, s.element, s.place`,
  );
}

/** @throws DomainError `no-such-timer-start`, `no-such-region`, `no-such-applicant` */
export async function setTimerStart(
  dataSource: DataSource,
  actor: Actor,
  { process, element }: { process: string; element: string },
  { region, applicant }: { region: string; applicant: string },
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const [found] = await manager.query<{ region: string | null; person: string | null }[]>(
      `SELECT (SELECT code FROM region WHERE code = $1) AS region,
              (SELECT id FROM person WHERE account = $2 AND kind <> 'staff') AS person`,
      [region, applicant],
    );
    if (!found?.region)
      throw unprocessable('no-such-region', `没有区划代码 ${region}，请从列表中选择区域。`);
    if (!found.person)
      throw unprocessable(
        'no-such-applicant',
        `没有申请人账号 ${applicant}。请填写个人或单位的登录账号，不能是工作人员的。`,
      );
    const [, changed] = await manager.query<[unknown[], number]>(
      `UPDATE process_start SET region = $3, applicant_id = $4, problem = NULL
        WHERE process_id = $1 AND element = $2 AND kind = 'timer'`,
      [process, element, region, found.person],
    );
    if (changed === 0)
      throw notFound('no-such-timer-start', `流程 ${process} 没有定时启动的开始事件 ${element}。`);
    await audit(manager, {
      person: actor.personId,
      post: actor.postId,
      act: 'process.set-timer-start',
      target: `process:${process}`,
      outcome: 'done',
      detail: { element, region, applicant: found.person },
    });
  });
}
