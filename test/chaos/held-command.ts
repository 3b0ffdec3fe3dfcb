/** A case's unanswered command kept from being sent again, so that something else comes first. */
import type { DataSource } from 'typeorm';
import { eventually } from '../workflow/stage.js';

/** As if it had been sent in the far future: no sweeper takes it. @returns the command's id */
export async function holdBack(dataSource: DataSource, caseNumber: string): Promise<string> {
  const [rows] = await dataSource.query<[{ id: string }[], number]>(
    `UPDATE command SET sent_at = 'infinity' WHERE case_number = $1 AND status = 'pending'
     RETURNING id`,
    [caseNumber],
  );
  if (rows.length !== 1) throw new Error(`${caseNumber} has ${rows.length} unanswered commands`);
  return rows[0]!.id;
}

/** The next sweep sends it. */
export async function letGo(dataSource: DataSource, id: string): Promise<void> {
  await dataSource.query(`UPDATE command SET sent_at = '-infinity' WHERE id = $1`, [id]);
}

/** A step as it stands in the tables, superseded ones too. */
export interface RecordedStep {
  step: number;
  cause: string;
  superseded: boolean;
}

/** All steps ever recorded of a case, in their order, within one the superseded first. */
export function stepsOf(dataSource: DataSource, caseNumber: string): Promise<RecordedStep[]> {
  return dataSource.query<RecordedStep[]>(
    `SELECT step, cause, superseded FROM case_step WHERE case_number = $1
      ORDER BY step, superseded DESC`,
    [caseNumber],
  );
}

/** The steps of a case once they are as asked for. */
export function stepsWhen(
  dataSource: DataSource,
  caseNumber: string,
  reached: (steps: RecordedStep[]) => boolean,
): Promise<RecordedStep[]> {
  return eventually(
    `a step of ${caseNumber}`,
    async () => {
      const steps = await stepsOf(dataSource, caseNumber);
      return reached(steps) ? steps : undefined;
    },
    90_000,
  );
}
