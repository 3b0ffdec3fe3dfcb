/** Accepting an application whose materials are not all there: only as 容缺受理, and only when it was asked for. */
import type { EntityManager } from 'typeorm';
import { conflict } from '../../platform/errors.js';

export const ACCEPT_WITH_GAPS = 'accept-with-gaps';

/** Codes of the materials a 容缺 promise lists that are not there yet; null = nothing was promised. */
export async function missingOfPromise(
  manager: EntityManager,
  caseNumber: string,
): Promise<string[] | null> {
  const [row] = await manager.query<{ missing: string[] }[]>(
    `SELECT ARRAY(SELECT code FROM jsonb_array_elements_text(s.letter -> 'materials') AS m (code)
                   WHERE NOT EXISTS (SELECT 1 FROM case_material h
                                      WHERE h.case_number = s.case_number AND h.material_code = code)) AS missing
       FROM signed_promise s WHERE s.case_number = $1 AND s.kind = 'gaps'`,
    [caseNumber],
  );
  return row?.missing ?? null;
}

/**
 * Lets an acceptance pass that fits what the applicant chose: nobody is made to promise, and what is
 * missing is never accepted as if it were there.
 * @throws DomainError 409 `gaps-not-chosen`, `materials-missing`
 */
export async function requireFittingAcceptance(
  manager: EntityManager,
  { caseNumber, act, outcome }: { caseNumber: string; act: string | null; outcome?: string },
): Promise<void> {
  if (act !== 'accept' || (outcome !== 'accept' && outcome !== ACCEPT_WITH_GAPS)) return;
  const missing = await missingOfPromise(manager, caseNumber);
  if (outcome === ACCEPT_WITH_GAPS && missing === null) {
    throw conflict(
      'gaps-not-chosen',
      '申请人没有选择容缺受理。容缺受理由申请人自愿选择并签署承诺；材料不齐的请一次性告知补正。',
    );
  }
  if (outcome === 'accept' && missing && missing.length > 0) {
    throw conflict(
      'materials-missing',
      '申请人选择了容缺受理，还有材料没有提交，不能按材料齐全受理；请选择“容缺受理”。',
      { missing },
    );
  }
}
