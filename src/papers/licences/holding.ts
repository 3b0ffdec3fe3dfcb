/**
 * Whether a case may change or end a licence: it is its applicant's own, and valid. Asked by the case's own
 * row, whichever process or event brought the case there.
 */
import type { DataSource } from 'typeorm';

interface Standing {
  held: boolean;
  valid: boolean;
  /** The case has changed or ended it already, and is asked to once more. */
  done: boolean;
}

/** @returns why not; null = it may, or has done so already */
export async function againstChanging(
  database: Pick<DataSource, 'query'>,
  caseNumber: string,
  identifier: string,
): Promise<string | null> {
  const [licence] = await database.query<Standing[]>(
    `SELECT l.holder_person = c.applicant_id AS held, l.state = 'valid' AS valid,
            coalesce(l.ended_case = c.number, false) OR EXISTS (
              SELECT 1 FROM licence n WHERE n.replaces = l.identifier AND n.case_number = c.number)
              AS done
       FROM licence l, cases c
      WHERE l.identifier = $1 AND c.number = $2`,
    [identifier, caseNumber],
  );
  // Of others' licences not even that they are there.
  if (!licence?.held) return `申请人没有标识为 ${identifier} 的证照，不能变动`;
  return licence.valid || licence.done ? null : `标识为 ${identifier} 的证照已经失效，不能变动`;
}
