/**
 * Whether somebody may still be trusted with 容缺受理 or 告知承诺: by the city's own records and by the
 * province's credit exchange. Who is barred is told why, until when, and what can be done about it.
 */
import type { EntityManager } from 'typeorm';
import { audit } from '../audit/index.js';
import { forbidden, unavailable } from '../../platform/errors.js';
import { type ExchangeSubject, type Province, ProvinceUnavailable } from '../../province/index.js';
import { recordsAbout, type CreditRecordView, type Way } from './records.js';
import { subjectOf } from './subject.js';

/** The applicant, as the platform and as the province know them. */
export interface Applicant {
  personId: string;
  /** How the province is asked about the person. */
  about: ExchangeSubject;
  creditCode?: unknown;
}

export interface ProvinceRecord {
  reason: string;
}

export interface CreditStatus {
  records: CreditRecordView[];
  province: ProvinceRecord[];
  /** Whether the province could be asked. */
  provinceAsked: boolean;
  /** Way → why it is barred; a way without a reason is open. */
  barred: Partial<Record<Way, string>>;
}

const WAY_NAMES: Record<Way, string> = { gaps: '容缺受理', promise: '告知承诺' };

export async function creditStatus(
  manager: EntityManager,
  province: Province,
  { personId, about, creditCode }: Applicant,
): Promise<CreditStatus> {
  const subject = await subjectOf(manager, personId, creditCode);
  const records = await recordsAbout(manager, subject);
  const told = await askProvince(province, about, subject.creditCode);
  const barred: CreditStatus['barred'] = {};
  for (const way of ['gaps', 'promise'] as const) {
    const reason = reasonAgainst(way, records, told ?? []);
    if (reason) barred[way] = reason;
  }
  return { records, province: told ?? [], provinceAsked: told !== null, barred };
}

function reasonAgainst(
  way: Way,
  records: CreditRecordView[],
  province: ProvinceRecord[],
): string | null {
  const record = records.find(({ state, bars }) => state === 'valid' && bars.includes(way));
  if (record) {
    return `${record.department}记录“${record.factName}”（办件 ${record.caseNumber}），${record.expiresOn} 前不适用${WAY_NAMES[way]}。可以在“我的信用”中提出异议或者申请修复；也可以补齐材料、按一般程序办理。`;
  }
  const [outside] = province;
  if (!outside) return null;
  return `省信用信息共享平台记录“${outside.reason}”，不适用${WAY_NAMES[way]}。对记录有异议的，请向省信用平台提出；也可以补齐材料、按一般程序办理。`;
}

/** null = the province is away. */
async function askProvince(
  province: Province,
  about: ExchangeSubject,
  creditCode: string | null,
): Promise<ProvinceRecord[] | null> {
  const subjects: ExchangeSubject[] = creditCode ? [about, { creditCode }] : [about];
  try {
    const answers = await Promise.all(
      subjects.map((one) =>
        province.exchange.lookUp({
          dataset: 'credit',
          about: one,
          purpose: '核对容缺受理、告知承诺的信用条件',
        }),
      ),
    );
    const reasons = answers
      .flat()
      .filter(({ dishonest }) => dishonest === true)
      .map(({ reason }) => (typeof reason === 'string' ? reason : '失信记录'));
    return [...new Set(reasons)].map((reason) => ({ reason }));
  } catch (error) {
    if (error instanceof ProvinceUnavailable) return null;
    throw error;
  }
}

/**
 * Lets those pass who may use the way. A refusal is audited.
 * @throws DomainError 403 `credit-bars-gaps`, `credit-bars-promise`; 503 `credit-away`: without the
 *   province's answer nobody is trusted, the general procedure stays open
 */
export async function requireCredit(
  manager: EntityManager,
  province: Province,
  applicant: Applicant,
  way: Way,
): Promise<void> {
  const { barred, provinceAsked } = await creditStatus(manager, province, applicant);
  const reason = barred[way];
  if (reason) {
    await audit(manager, {
      person: applicant.personId,
      act: 'credit.check',
      target: `person:${applicant.personId}`,
      outcome: 'refused',
      detail: { way },
    });
    throw forbidden(`credit-bars-${way}`, reason);
  }
  if (provinceAsked) return;
  throw unavailable(
    'credit-away',
    `暂时连不上信用数据，无法核对${WAY_NAMES[way]}的条件。草稿已保存：请稍后再提交，或者补齐材料、按一般程序办理。`,
  );
}
