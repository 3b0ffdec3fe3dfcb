/**
 * Digests of the people of cases that were opened without: before the column stood there, or by a process
 * of the release before, while a newer one was already at work.
 */
import type { DataSource } from 'typeorm';
import { personDigest } from './columns.js';

/** Cases in one statement. */
const BATCH = 1_000;

/** @returns how many were looked at; safe to repeat, and beside the work of the day */
export async function fillPersonDigests(
  dataSource: DataSource,
  signal?: AbortSignal,
): Promise<number> {
  let noted = 0;
  for (let after = ''; !signal?.aborted;) {
    const rows = await dataSource.query<{ number: string; idNumber: string | null }[]>(
      `SELECT number, form ->> 'idNumber' AS "idNumber" FROM cases
        WHERE number > $1 AND person_digest IS NULL AND form ? 'idNumber'
        ORDER BY number LIMIT $2`,
      [after, BATCH],
    );
    if (rows.length === 0) return noted;
    after = rows.at(-1)!.number;
    const digests = rows.map(({ idNumber }) => personDigest(dataSource.manager, idNumber));
    await dataSource.query(
      `UPDATE cases c SET person_digest = d.digest
         FROM unnest($1::text[], $2::text[]) AS d (number, digest)
        WHERE c.number = d.number AND c.person_digest IS NULL`,
      [rows.map(({ number }) => number), digests],
    );
    noted += rows.length;
  }
  return noted;
}
