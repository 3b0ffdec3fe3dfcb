/**
 * Cases whose step keeps a worker busy until it ends: noted while it lasts, counted, and set aside at the
 * third time as an incident, so that the workers go on with the others. A person who has found the cause
 * has it taken up again.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { Activation, StuckNotes } from '../../platform/temporal/index.js';

export const WORKER_ABORTED = 'worker-aborted';

/** After so many attempts at a step that did not end, a case is set aside. */
const TIMES = 3;

/** What happened longer ago had another cause: the server hands a step out again within seconds. */
const WITHIN = '15 minutes';

/** A step noted this long ago has ended, with its worker or without a trace; ms. */
const OVER = 7_500;

const MESSAGE =
  '办件的这一步三次使处理程序中断，已暂停办理，其他办件不受影响。请查看流程图在这一步的脚本、条件和循环，' +
  '必要时联系系统管理员；处理好后重试，最多十分钟后接着办理。';

export class StuckCases implements StuckNotes {
  constructor(private readonly dataSource: DataSource) {}

  async setAside(): Promise<string[]> {
    await this.setAsideThoseOver();
    const rows = await this.dataSource.query<{ run_id: string }[]>(
      `SELECT run_id FROM stuck_activation WHERE set_aside_at IS NOT NULL`,
    );
    return rows.map((row) => row.run_id);
  }

  async lasts({ runId, workflowId, historyLength }: Activation): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO stuck_activation AS s (run_id, case_number, history_length, times, noted_at)
       VALUES ($1, $2, $3, 1, now())
       ON CONFLICT (run_id) DO UPDATE
         SET times = CASE WHEN s.noted_at < now() - $4::interval THEN 1 ELSE s.times + 1 END,
             history_length = excluded.history_length, noted_at = now()`,
      [runId, workflowId, historyLength, WITHIN],
    );
  }

  async ended(runId: string): Promise<void> {
    await this.dataSource.query(`DELETE FROM stuck_activation WHERE run_id = $1`, [runId]);
  }

  /** Each once: whoever comes first writes its incident. */
  private async setAsideThoseOver(): Promise<void> {
    await this.dataSource.query(
      `WITH aside AS (
         UPDATE stuck_activation SET set_aside_at = now()
          WHERE times >= $1 AND set_aside_at IS NULL
            AND noted_at < now() - make_interval(secs => $2)
          RETURNING run_id, case_number)
       INSERT INTO incident (id, case_number, key, element, code, message, state, opened_at)
       SELECT number || '.' || $3 || '~' || run_id, number, $3 || '~' || run_id,
              coalesce((SELECT element FROM timeline WHERE case_number = number AND element IS NOT NULL
                         ORDER BY id DESC LIMIT 1), ''),
              $3, $4, 'open', now()
         FROM aside JOIN cases ON number = case_number
       ON CONFLICT (id) DO UPDATE SET state = 'open', opened_at = now(), resolved_at = NULL`,
      [TIMES, OVER / 1000, WORKER_ABORTED, MESSAGE],
    );
  }
}

/** Workers look at what is set aside every second; the server then hands the case out again. */
export async function takeUpAgain(manager: EntityManager, caseNumber: string): Promise<void> {
  await manager.query(`DELETE FROM stuck_activation WHERE case_number = $1`, [caseNumber]);
  await manager.query(
    `UPDATE incident SET state = 'resolved', resolved_at = now()
      WHERE case_number = $1 AND code = $2 AND state = 'open'`,
    [caseNumber, WORKER_ABORTED],
  );
}
