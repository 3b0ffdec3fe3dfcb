/**
 * A form says who applies no otherwise than the identity does: name and ID number are those of the one
 * signed on, of the resident whom a village's agent applies for, or of whom a window has verified; a
 * credit code is that of a firm they act for.
 */
import type { EntityManager } from 'typeorm';
import type { ProblemItem } from '../../platform/http/index.js';
import { idNumberDigest, isIdNumber } from '../../platform/identifiers.js';
import { firmActedFor, type KnownApplicant, type Registers } from './firms.js';

type Form = Record<string, unknown>;

interface PersonFields {
  idNumber: string;
  /** Of these, a form has the one that fits its matter. */
  names: readonly string[];
}

/** Where a form names people one of whom applies: the first, or of a child's parents either. */
const APPLICANTS: readonly PersonFields[] = [
  { idNumber: 'idNumber', names: ['name', 'operatorName', 'motherName'] },
  { idNumber: 'fatherIdNumber', names: ['fatherName'] },
];

/** Where a form names who hands in for the applicant. */
const AGENT: PersonFields = { idNumber: 'agentIdNumber', names: ['agentName'] };

/** @throws Error when there is no such person */
export async function knownApplicant(
  manager: EntityManager,
  personId: string,
): Promise<KnownApplicant> {
  const [row] = await manager.query<KnownApplicant[]>(
    `SELECT id, name, id_number_digest AS digest, kind FROM person WHERE id = $1`,
    [personId],
  );
  if (!row) throw new Error(`no person ${personId}`);
  return row;
}

/**
 * @param agent who hands in for the applicant; null = nobody
 * @returns what in the form belongs to somebody else
 * @throws DomainError 503 `business-register-away`
 */
export async function identityFaults(
  registers: Registers,
  applicant: KnownApplicant,
  agent: KnownApplicant | null,
  form: Form,
): Promise<ProblemItem[]> {
  const firm = text(form.creditCode) ? await firmFaults(registers, applicant, form) : [];
  const person =
    applicant.kind === 'legal' ? legalFaults(form) : naturalFaults(registers, applicant, form);
  return [...person, ...firm, ...agentFaults(registers, agent, form)];
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const isOf = ({ digestKey }: Registers, { digest }: KnownApplicant, idNumber: string): boolean =>
  digest !== null && idNumberDigest(idNumber, digestKey) === digest;

/** People the form names by a number that is one; what is malformed, the form's schema tells. */
const named = (form: Form, fields: readonly PersonFields[]) =>
  fields.filter(({ idNumber }) => isIdNumber(text(form[idNumber]) ?? ''));

function naturalFaults(registers: Registers, applicant: KnownApplicant, form: Form): ProblemItem[] {
  const people = named(form, APPLICANTS);
  const [first] = people;
  if (!first) return [];
  const own = people.find(({ idNumber }) => isOf(registers, applicant, String(form[idNumber])));
  if (own) return nameFaults(form, own, applicant.name);
  return [
    {
      field: `/form/${first.idNumber}`,
      message:
        '身份证号码应为申请人本人的号码；为他人申请的，请由本人登录、到窗口或由村（社区）代办',
    },
  ];
}

function nameFaults(form: Form, { names }: PersonFields, name: string): ProblemItem[] {
  return names
    .filter((field) => text(form[field]) !== undefined && text(form[field])?.trim() !== name)
    .map((field) => ({ field: `/form/${field}`, message: `姓名应与身份信息一致，为“${name}”` }));
}

/** A firm applies in what concerns firms; who runs it, the register says. */
function legalFaults(form: Form): ProblemItem[] {
  if (text(form.creditCode) || named(form, APPLICANTS).length === 0) return [];
  return [{ field: '/form/idNumber', message: '该事项由自然人申请，请用个人身份登录' }];
}

async function firmFaults(
  registers: Registers,
  applicant: KnownApplicant,
  form: Form,
): Promise<ProblemItem[]> {
  const firm = await firmActedFor(registers, applicant, form.creditCode);
  if (!firm) {
    const message = '只能为本人经营（登录）的市场主体申请，请核对统一社会信用代码';
    return [{ field: '/form/creditCode', message }];
  }
  const faults: ProblemItem[] = [];
  const { businessName, operatorName } = form;
  if (text(businessName) && firm.name && text(businessName) !== firm.name)
    faults.push({ field: '/form/businessName', message: `名称应与登记一致，为“${firm.name}”` });
  const { operator } = firm;
  if (text(operatorName) && operator && text(operatorName) !== operator)
    faults.push({ field: '/form/operatorName', message: `经营者应与登记一致，为“${operator}”` });
  return faults;
}

function agentFaults(
  registers: Registers,
  agent: KnownApplicant | null,
  form: Form,
): ProblemItem[] {
  if (!agent || named(form, [AGENT]).length === 0) return [];
  if (isOf(registers, agent, String(form[AGENT.idNumber])))
    return nameFaults(form, AGENT, agent.name);
  return [{ field: `/form/${AGENT.idNumber}`, message: '代办人应为登录的代办员本人' }];
}
