/**
 * For which firm somebody may act: the one they run, by the business register; a firm that signed on, for
 * itself. What the register said is remembered, and counts while it is away.
 */
import type { EntityManager } from 'typeorm';
import { unavailable } from '../../platform/errors.js';
import { idNumberDigest, isCreditCode } from '../../platform/identifiers.js';
import { type Province, ProvinceRefused, ProvinceUnavailable } from '../../province/index.js';

/** An applicant as the platform knows them; a firm's number is its credit code. */
export interface KnownApplicant {
  id: string;
  name: string;
  /** Keyed digest of the ID number; null = not known, then nothing can be compared. */
  digest: string | null;
  kind: 'natural' | 'legal' | 'staff';
}

export interface Registers {
  manager: EntityManager;
  province: Province;
  /** Key of the digests. */
  digestKey: string;
}

interface Firm {
  name: string;
  /** Who runs it, as far as the register says. */
  operator: string | null;
  operatorDigest: string | null;
}

/** How long the register's word counts while it is away, days. */
const REMEMBERED = 30;

/**
 * The firm's registered name, if the applicant may act for it; null = they may not, and whether there is
 * such a firm is not told.
 * @throws DomainError 503 `business-register-away`
 */
export async function firmActedFor(
  registers: Registers,
  applicant: KnownApplicant,
  code: unknown,
): Promise<{ name: string; operator: string | null } | null> {
  if (typeof code !== 'string' || !isCreditCode(code) || applicant.digest === null) return null;
  const own = idNumberDigest(code, registers.digestKey) === applicant.digest;
  if (applicant.kind === 'legal' && !own) return null;
  const firm = await registered(registers, code);
  if (own) return { name: applicant.name, operator: firm?.operator ?? null };
  if (firm === undefined) return remembered(registers, applicant, code);
  if (firm?.operatorDigest !== applicant.digest) return null;
  await remember(registers.manager, applicant, code, firm.name);
  return firm;
}

/** @returns null = there is none; undefined = the register is away */
async function registered(
  { province, digestKey }: Registers,
  code: string,
): Promise<Firm | null | undefined> {
  try {
    const records = await province.exchange.lookUp({
      ...{ dataset: 'business-registration', about: { creditCode: code } },
      purpose: '核对申请人与市场主体的关系',
    });
    const record = records.find((one) => one.creditCode === code);
    if (!record) return null;
    const { name, operator, idNumber } = record;
    return {
      name: String(name ?? ''),
      operator: typeof operator === 'string' ? operator : null,
      operatorDigest: typeof idNumber === 'string' ? idNumberDigest(idNumber, digestKey) : null,
    };
  } catch (error) {
    if (error instanceof ProvinceUnavailable || error instanceof ProvinceRefused) return undefined;
    throw error;
  }
}

async function remembered(
  { manager }: Registers,
  { id }: KnownApplicant,
  code: string,
): Promise<{ name: string; operator: null }> {
  const [row] = await manager.query<{ name: string }[]>(
    `SELECT name FROM firm_of_person WHERE person_id = $1 AND credit_code = $2
        AND checked_at > now() - make_interval(days => $3)`,
    [id, code, REMEMBERED],
  );
  if (row) return { name: row.name, operator: null };
  throw unavailable(
    'business-register-away',
    '暂时连不上市场主体登记库，无法核对您与该市场主体的关系。草稿已保存，请稍后再提交。',
  );
}

async function remember(
  manager: EntityManager,
  { id }: KnownApplicant,
  code: string,
  name: string,
): Promise<void> {
  await manager.query(
    `INSERT INTO firm_of_person (person_id, credit_code, name) VALUES ($1, $2, $3)
     ON CONFLICT (person_id, credit_code) DO UPDATE SET name = excluded.name, checked_at = now()`,
    [id, code, name],
  );
}
