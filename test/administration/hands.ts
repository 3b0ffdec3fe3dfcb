/** Tasks of running cases in somebody's hands, as a hand-over finds them. */
import type { ApiStage } from '../api/stage.js';

export interface Preview {
  tasks: { task: string; personal: boolean }[];
  waiting: number;
  colleagues: { post: string; personName: string }[];
}

export const MARKET = 'o-210381-market';

/** @param stage is there once the tests run */
export function handsOf(stage: () => Pick<ApiStage, 'dataSource'>) {
  let cases = 0;
  /** A task of a running case of its own. @returns its id */
  const task = async (row: Record<string, unknown> = {}, applicant = 'p-wang'): Promise<string> => {
    const number = `21038120261130${String((cases += 1)).padStart(4, '0')}`;
    await stage().dataSource.query(
      `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
       calendar_version, region, applicant_id, lead_department, state, submitted_at)
     SELECT $1, code, version, name, 'food-licence', 'x', 'v', '210381003', $2, $3, 'accepted', now()
       FROM item WHERE code = '210125001000' ORDER BY version DESC LIMIT 1`,
      [number, applicant, MARKET],
    );
    const all = {
      ...{ id: `${number}.t`, case_number: number, key: 't', element: 'review', name: '审查' },
      ...{
        role: 'handler',
        department_id: MARKET,
        state: 'open',
        opened_step: 1,
        opened_at: 'now',
      },
      ...row,
    };
    const names = Object.keys(all);
    await stage().dataSource.query(
      `INSERT INTO task (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(all),
    );
    return all.id;
  };
  const inHands = async (id: string) => {
    const [row] = await stage().dataSource.query<
      { who: string | null; delegator: string | null }[]
    >(`SELECT assignee_person AS who, delegator_person AS delegator FROM task WHERE id = $1`, [id]);
    return row!;
  };

  return { task, inHands };
}
