/**
 * What is checked of an application whenever it can change: when it is handed in, and when a correction
 * changes it. Both ask here, so that nothing slips in later that would have been refused at first.
 */
import type { ItemDefinition } from '../../catalogue/index.js';
import { mayBeAccountOf } from '../../money/index.js';
import type { ProblemItem } from '../../platform/http/index.js';
import type { KnownApplicant, Registers } from './firms.js';
import { identityFaults } from './identity.js';

export interface CheckedApplication {
  item: ItemDefinition;
  applicant: KnownApplicant;
  /** Who hands in for the applicant; null = nobody. */
  agent: KnownApplicant | null;
  form: Record<string, unknown>;
  /** Its case, once it is one. */
  caseNumber?: string;
}

/**
 * Identity, firm and benefit account.
 * @throws DomainError 503 `business-register-away`
 */
export async function applicationFaults(
  registers: Registers,
  { item, applicant, agent, form }: CheckedApplication,
): Promise<ProblemItem[]> {
  const faults = await identityFaults(registers, applicant, agent, form);
  const { bankAccount, idNumber } = form;
  // Of somebody else, nothing is asked.
  if (faults.length > 0 || !item.benefit) return faults;
  if (typeof bankAccount !== 'string' || typeof idNumber !== 'string') return faults;
  if (await mayBeAccountOf(registers.province, { idNumber }, bankAccount)) return faults;
  return [
    { field: '/form/bankAccount', message: '发放账户应为享受对象本人的社会保障卡账户，请核对' },
  ];
}
