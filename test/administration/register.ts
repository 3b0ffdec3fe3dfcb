/** What tests of the register have in common. */
import { PlannedChanges } from '../../src/administration/changes/index.js';
import { runToEnd } from '../../src/platform/recurring/index.js';
import type { Answer, Session } from '../../tools/session/sign-in.js';
import type { ApiStage } from '../api/stage.js';

export interface Performed {
  key: string;
  change: string;
  state: string;
}
export interface Problem {
  code: string;
  detail: string;
  field?: string;
}

/** The stage of a file, with the city's administrator and a county's. */
export interface Keepers {
  stage: ApiStage;
  city: Session;
  county: Session;
}

/** `422 line-taken`, `200`. */
export const code = ({ status, body }: Answer<unknown>): string =>
  `${status} ${(body as Problem).code ?? ''}`.trim();

/** @param stage is there once the tests run */
export function registerOf(stage: () => Pick<ApiStage, 'app' | 'dataSource'>) {
  const query = <Row>(sql: string, values: unknown[] = []) =>
    stage().dataSource.query<Row[]>(sql, values);
  return {
    /** The day so many days ahead. */
    day: async (ahead: number): Promise<string> => {
      const [row] = await query<{ day: string }>(`SELECT (current_date + $1::int)::text AS day`, [
        ahead,
      ]);
      return row!.day;
    },
    /** What is planned is due, and done; one change alone, or all. */
    planned: async (only?: string) => {
      await query(
        `UPDATE register_change SET valid_from = current_date
          WHERE state = 'waiting' AND valid_from > current_date AND id = coalesce($1, id)`,
        [only ?? null],
      );
      await runToEnd((round) => stage().app.get<PlannedChanges>(PlannedChanges).run(round));
    },
    /** What became of a change. */
    stateOf: async (change: string) => {
      const [row] = await query<{ state: string; problem: string | null }>(
        `SELECT state, problem FROM register_change WHERE id = $1`,
        [change],
      );
      return row!;
    },
  };
}
