/** E-licenses that cases ended in. The province issues them; this table remembers them. */
import type { DataSource, EntityManager } from 'typeorm';
import { tellLicenceReady } from './telling.js';
import type { Holder, LicenceState, LicenceSystem } from '../../province/index.js';

export interface LicenceGrant {
  caseNumber: string;
  itemCode: string;
  /** Name of the licence in the province's licence catalogue. */
  name: string;
  region: string;
  issuer: { id: string; name: string; creditCode: string };
  /** Person (or firm) the licence is for; `holder` names them to the province. */
  holderPerson: string;
  holder: Holder;
  /** Dates, yyyy-MM-dd. */
  issuedOn: string;
  validTo: string | null;
  /** What is printed on it. */
  data: Record<string, unknown>;
}

export interface IssuedLicence {
  identifier: string;
  number: string;
}

/**
 * Issues the licence of a case: one per case and kind, however often it is asked for, because the
 * key at the province is made of just these.
 */
export async function issueLicence(
  dataSource: DataSource,
  system: LicenceSystem,
  grant: LicenceGrant,
): Promise<IssuedLicence> {
  const key = `${grant.caseNumber}/licence/${grant.name}`;
  const { identifier, number, issuedOn, validTo } = await system.issue({
    key,
    name: grant.name,
    region: grant.region,
    issuer: { creditCode: grant.issuer.creditCode, name: grant.issuer.name },
    holder: grant.holder,
    issuedOn: grant.issuedOn,
    validTo: grant.validTo,
    data: grant.data,
  });
  await dataSource.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO licence (identifier, key, case_number, item_code, kind, holder_person, number,
                            issuer_org, issued_on, valid_to, state, data)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'valid', $11)
       ON CONFLICT (key) DO NOTHING`,
      [
        identifier,
        key,
        grant.caseNumber,
        grant.itemCode,
        grant.name,
        grant.holderPerson,
        number,
        grant.issuer.id,
        // The province's dates: a repeat after midnight gets the licence of the day before.
        issuedOn,
        validTo,
        JSON.stringify(grant.data),
      ],
    );
    await tellLicenceReady(manager, identifier, grant.caseNumber);
  });
  return { identifier, number };
}

/** A licence as pages show it. Dates are yyyy-MM-dd. */
export interface LicenceView {
  identifier: string;
  caseNumber: string;
  name: string;
  number: string;
  issuer: string;
  issuedOn: string;
  validTo: string | null;
  state: LicenceState | 'voided';
  sealed: boolean;
}

const VIEW = `
  SELECT l.identifier, l.case_number AS "caseNumber", l.kind AS name, l.number,
         coalesce(organisation_name_on(l.issuer_org, l.issued_on), l.issuer_org) AS issuer,
         l.issued_on::text AS "issuedOn",
         l.valid_to::text AS "validTo", l.state, l.seal_signature IS NOT NULL AS sealed
    FROM licence l`;

/** Licences of the given cases. */
export function licencesOfCases(
  manager: EntityManager,
  caseNumbers: string[],
): Promise<LicenceView[]> {
  return manager.query<LicenceView[]>(
    `${VIEW} WHERE l.case_number = ANY($1) ORDER BY l.issued_on, l.identifier`,
    [caseNumbers],
  );
}

/** Valid licences somebody holds from this platform. */
export function licencesOfHolder(manager: EntityManager, personId: string): Promise<LicenceView[]> {
  return manager.query<LicenceView[]>(
    `${VIEW} WHERE l.holder_person = $1 AND l.state = 'valid' ORDER BY l.issued_on, l.identifier`,
    [personId],
  );
}
