/** What a regulator found of what was granted, and where it reads from then on: with the case and its licence. */
import type { EntityManager } from 'typeorm';
import { openSideTask, type Purpose } from '../../cases/index.js';
import { unprocessable } from '../../platform/errors.js';

/** Purpose of the regulator's task. */
export const REGULATE = 'regulate';

export const FINDINGS = ['sound', 'mend', 'revoke'] as const;
export type RegulatorFinding = (typeof FINDINGS)[number];

export const FINDING_NAMES: Readonly<Record<RegulatorFinding, string>> = {
  sound: '未发现问题',
  mend: '责令改正',
  revoke: '建议撤销许可',
};

const isFinding = (outcome: string | undefined): outcome is RegulatorFinding =>
  FINDINGS.some((each) => each === outcome);

/** 签收监管: claiming it is signing for it, completing it reports the finding. */
export const regulating: Purpose = {
  name: REGULATE,
  async completed(manager, { id, caseNumber, outcome, opinion = '', actor }) {
    if (!isFinding(outcome)) return;
    if (opinion.trim() === '')
      throw unprocessable('finding-missing', '请在意见中写明监管检查的情况。', {
        errors: [{ field: '/opinion', message: '请写明监管检查的情况' }],
      });
    await manager.query(
      `UPDATE regulation SET finding = $2, finding_text = $3, found_at = now(), found_by = $4
        WHERE case_number = $1`,
      [caseNumber, outcome, opinion.trim(), actor.personId],
    );
    if (outcome === 'sound') return;
    await openFollowUp(manager, { caseNumber, outcome, text: opinion.trim(), task: id });
  },
};

/** Purpose of the task for the body that decided: what was found is for it to act upon. */
const ACT_UPON = 'regulator-finding';

async function openFollowUp(
  manager: EntityManager,
  found: { caseNumber: string; outcome: RegulatorFinding; text: string; task: string },
): Promise<void> {
  const { caseNumber, outcome, text, task } = found;
  const [{ lead }] = await manager.query<[{ lead: string }]>(
    `SELECT lead_department AS lead FROM cases WHERE number = $1`,
    [caseNumber],
  );
  await openSideTask(manager, {
    ...{ caseNumber, purpose: ACT_UPON, departmentId: lead, survivesEnd: true },
    name: `审管联动：监管部门${FINDING_NAMES[outcome]}，请处理`,
    outcomes: [{ id: 'handled', name: '已处理' }],
    inputs: { 监管检查情况: text },
    key: `${ACT_UPON}-${task.slice(caseNumber.length + 1)}`,
  });
}

/** Days are yyyy-MM-dd in Shanghai. */
export interface Regulation {
  /** The body that regulates. */
  regulator: string;
  handedOverOn: string;
  /** The regulation platform signed for it. */
  receivedOn: string | null;
  /** The regulator signed for it, until when it had to, and whose hand that was. */
  claimedOn: string | null;
  claimUntil: string | null;
  finding: RegulatorFinding | null;
  foundOn: string | null;
  /** In the regulator's words; for whom the paper or the case is. */
  text: string | null;
}

const day = (at: string) => `((${at}) AT TIME ZONE 'Asia/Shanghai')::date::text`;

/** null = nobody but who decided regulates it. */
export async function regulationOf(
  manager: EntityManager,
  caseNumber: string,
): Promise<Regulation | null> {
  return (await regulationsOf(manager, [caseNumber])).get(caseNumber) ?? null;
}

/** By case; those that nobody regulates but who decided are left out. */
export async function regulationsOf(
  manager: EntityManager,
  caseNumbers: string[],
): Promise<Map<string, Regulation>> {
  const rows = await manager.query<(Regulation & { caseNumber: string })[]>(
    `SELECT r.case_number AS "caseNumber",
            coalesce(organisation_name_on(r.regulator, r.decided_at::date), r.regulator) AS regulator,
            ${day('r.decided_at')} AS "handedOverOn", ${day('r.received_at')} AS "receivedOn",
            ${day('t.claimed_at')} AS "claimedOn",
            ${day(`t.due_at - interval '1 second'`)} AS "claimUntil",
            r.finding, ${day('r.found_at')} AS "foundOn", r.finding_text AS text
       FROM regulation r JOIN task t ON t.id = r.task_id WHERE r.case_number = ANY($1)`,
    [caseNumbers],
  );
  return new Map(rows.map(({ caseNumber, ...regulation }) => [caseNumber, regulation]));
}
