import type { CaseState } from '../../workflows/contracts/case.js';

const NAMES: Record<CaseState, string> = {
  submitted: '已申报',
  collected: '已收件',
  correcting: '待补正',
  accepted: '已受理',
  granted: '准予',
  refused: '不予许可',
  rejected: '不予受理',
  withdrawn: '已撤回',
  terminated: '已终止',
  finished: '已办结',
};

/** A case's state as people call it. */
export function stateName(state: CaseState): string {
  return NAMES[state];
}
