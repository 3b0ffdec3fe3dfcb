/**
 * What people call the states and the acts of a case of some type: who is fined has had nothing accepted
 * that they applied for (行政处罚法 54: 立案), and whom an allowance is denied was refused no permit.
 */
import type { CaseState, LegalAct } from '../contracts/case.js';
import { ACT_NAMES, STATE_NAMES } from '../law/names.js';
import { paperWords } from './index.js';

/** @param type of the item; null where only the case is known, which is told in the words of permits */
export function stateNameOf(state: CaseState, type: string | null): string {
  if (type === null) return STATE_NAMES[state];
  const { begins, refuses } = paperWords(type);
  if (state === 'refused') return refuses;
  if (begins === 'filing') return FILED_STATES[state] ?? STATE_NAMES[state];
  return STATE_NAMES[state];
}

/** @param type of the item; null as above */
export function actNameOf(act: LegalAct, type: string | null): string {
  if (type === null) return ACT_NAMES[act];
  const { begins, refuses } = paperWords(type);
  if (act === 'refuse') return refuses;
  if (act === 'revoke' && type !== PERMIT) return '撤销决定';
  if (begins === 'filing') return FILED_ACTS[act] ?? ACT_NAMES[act];
  return ACT_NAMES[act];
}

const PERMIT = '01';

/** Of what the body takes up itself. */
const FILED_STATES: Partial<Record<CaseState, string>> = {
  submitted: '待立案',
  collected: '待立案',
  accepted: '已立案',
  rejected: '不予立案',
  granted: '已作出决定',
};
const FILED_ACTS: Partial<Record<LegalAct, string>> = {
  submit: '案件来源登记',
  collect: '接收线索',
  accept: '立案',
  reject: '不予立案',
  grant: '作出决定',
};
