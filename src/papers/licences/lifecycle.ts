/**
 * What becomes of a licence after it was issued: 撤销, 注销, and newer versions by 变更, 延续 and 补证.
 * The province's e-licence system is told first; this table follows it.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { lawOfClock } from '../../../workflows/item-types/index.js';
import type { LicenceSystem } from '../../province/index.js';
import { articleOfEnding, markEnded, type EndedAs, type PaperEnder } from './ending.js';
import type { IssuedLicence } from './licences.js';
import { casesOfLine } from './line.js';
import { tellLicenceReady } from './telling.js';

/** What the acts on a licence need: the database, the province's system, and who ends its papers. */
export interface LicenceParts {
  dataSource: DataSource;
  system: LicenceSystem;
  endPapers: PaperEnder;
}

/** Whose act it is: the deciding body and its case. */
export interface Decided {
  caseNumber: string;
  organisation: string;
  reason: string;
}

/** Revokes (撤销) or cancels (注销) a licence, and its papers with it. Repeating it changes nothing. */
export async function endLicence(
  { dataSource, system, endPapers }: LicenceParts,
  identifier: string,
  state: 'revoked' | 'cancelled',
  decided: Decided,
): Promise<void> {
  await system.end(identifier, state, decided.reason);
  const article = articleOfEnding(await lawOf(dataSource, identifier), state);
  await dataSource.transaction((manager) =>
    markEnded(manager, identifier, state, { as: state, article, ...decided }, endPapers),
  );
}

/** By whose law it was granted: versions come of cases about a licence, whatever it is a licence of. */
async function lawOf({ manager }: DataSource, identifier: string): Promise<string> {
  const [granted] = await casesOfLine(manager, identifier);
  return lawOfCase(manager, granted ?? '');
}

/** Whose law a case's clock runs by, as it was frozen; before clocks had rules, its type's. Empty = none. */
export async function lawOfCase(manager: EntityManager, caseNumber: string): Promise<string> {
  const [row] = await manager.query<{ law: string | null; type: string }[]>(
    `SELECT c.clock_rules ->> 'law' AS law, i.type FROM cases c
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version WHERE c.number = $1`,
    [caseNumber],
  );
  return row ? lawOfClock(row.law, row.type) : '';
}

export interface NewVersion extends Decided {
  /** The version there is. */
  identifier: string;
  as: Extract<EndedAs, 'changed' | 'renewed' | 'replaced'>;
  /** yyyy-MM-dd. */
  issuedOn: string;
  /** Left out: the end stays. */
  validTo?: string;
  /** Printed besides, or instead of, what is printed now. */
  data?: Record<string, unknown>;
}

/** Of one licence one version follows: who comes second waits, and finds it replaced. */
async function requireUnreplaced(
  manager: EntityManager,
  identifier: string,
  key: string,
): Promise<void> {
  await manager.query(`SELECT 1 FROM licence WHERE identifier = $1 FOR UPDATE`, [identifier]);
  const [other] = await manager.query<{ identifier: string }[]>(
    `SELECT identifier FROM licence WHERE replaces = $1 AND key <> $2 LIMIT 1`,
    [identifier, key],
  );
  if (other) throw new Error(`licence ${identifier} was replaced by ${other.identifier}`);
}

/** A newer version takes the old one's place; one for each case, however often it is asked for. */
export async function newVersion(
  { dataSource, system, endPapers }: LicenceParts,
  { identifier, as, issuedOn, validTo, data, ...decided }: NewVersion,
): Promise<IssuedLicence> {
  const { caseNumber, reason } = decided;
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
  const article = articleOfEnding(await lawOf(dataSource, identifier), as);
  await dataSource.transaction(async (manager) => {
    await requireUnreplaced(manager, identifier, key);
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
    await markEnded(manager, identifier, 'replaced', { as, article, ...decided }, endPapers);
    await tellLicenceReady(manager, made.identifier, caseNumber);
  });
  return { identifier: made.identifier, number: made.number };
}
