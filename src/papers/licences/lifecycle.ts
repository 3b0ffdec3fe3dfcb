/**
 * What becomes of a licence after it was issued: 撤销, 注销, and newer versions by 变更, 延续 and 补证.
 * The province's e-licence system is told first; this table follows it.
 */
import type { DataSource } from 'typeorm';
import type { LicenceSystem } from '../../province/index.js';
import type { IssuedLicence } from './licences.js';

/** Identifiers of the valid licences that a case ended in. */
export async function validLicencesOf(
  dataSource: DataSource,
  caseNumber: string,
): Promise<string[]> {
  const rows = await dataSource.query<{ identifier: string }[]>(
    `SELECT identifier FROM licence WHERE case_number = $1 AND state = 'valid' ORDER BY identifier`,
    [caseNumber],
  );
  return rows.map(({ identifier }) => identifier);
}

/** Revokes (撤销) or cancels (注销) a licence. Repeating it changes nothing. */
export async function endLicence(
  dataSource: DataSource,
  system: LicenceSystem,
  {
    identifier,
    state,
    reason,
  }: { identifier: string; state: 'revoked' | 'cancelled'; reason: string },
): Promise<void> {
  await system.end(identifier, state, reason);
  await dataSource.query(
    `UPDATE licence SET state = $2, ended_at = coalesce(ended_at, now()), ended_reason = $3
      WHERE identifier = $1`,
    [identifier, state, reason],
  );
}

export interface NewVersion {
  /** The version there is. */
  identifier: string;
  /** The case that changes, renews or replaces it. */
  caseNumber: string;
  reason: string;
  /** yyyy-MM-dd. */
  issuedOn: string;
  /** Left out: the end stays. */
  validTo?: string;
  /** Printed besides, or instead of, what is printed now. */
  data?: Record<string, unknown>;
}

/** A newer version takes the old one's place; one for each case, however often it is asked for. */
export async function newVersion(
  dataSource: DataSource,
  system: LicenceSystem,
  { identifier, caseNumber, reason, issuedOn, validTo, data }: NewVersion,
): Promise<IssuedLicence> {
  const [old] = await dataSource.query<{ data: Record<string, unknown> }[]>(
    `SELECT data FROM licence WHERE identifier = $1`,
    [identifier],
  );
  if (!old) throw new Error(`licence ${identifier} is not one of this platform`);
  const key = `${caseNumber}/licence-version/${identifier}`;
  const printed = { ...old.data, ...data };
  const made = await system.version(identifier, {
    key,
    reason,
    issuedOn,
    ...(validTo && { validTo }),
    data: printed,
  });
  await dataSource.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO licence (identifier, key, case_number, item_code, kind, holder_person, number,
                            issuer_org, issued_on, valid_to, state, data, replaces)
       SELECT $1, $2, $3, item_code, kind, holder_person, number, issuer_org, $4, $5, 'valid', $6,
              identifier
         FROM licence WHERE identifier = $7
       ON CONFLICT (key) DO NOTHING`,
      [
        made.identifier,
        key,
        caseNumber,
        made.issuedOn,
        made.validTo,
        JSON.stringify(printed),
        identifier,
      ],
    );
    await manager.query(
      `UPDATE licence SET state = 'replaced', ended_at = coalesce(ended_at, now()), ended_reason = $2
        WHERE identifier = $1`,
      [identifier, reason],
    );
  });
  return { identifier: made.identifier, number: made.number };
}
