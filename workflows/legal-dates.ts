/** What official acts date, and how the case stands by those dates. */
import type { CarriedCase } from './continue-as-new-state.js';
import type { CaseInput, LegalAct, LegalColumns } from './contracts/case.js';
import { outstanding, periodsOf, plannedPeriods, RECEIVED } from './law/index.js';

/** The agency's last words on what was applied for. */
const DECISIONS: ReadonlySet<LegalAct> = new Set([
  'grant',
  'deem-renewed',
  'refuse',
  'reject',
  'return',
  'forward',
]);

/** What an act dates beside the state. */
export function dateAct(
  act: LegalAct,
  at: number,
  { carried, rules }: { carried: CarriedCase; rules: CaseInput['rules'] },
): void {
  const { dates, law, state } = carried;
  if (act === 'collect') dates.collected ??= at;
  // What 预审 sent back was not received: receipt, and with it the days to accept, begin anew.
  if (act === 'submit') law.receivedAt = law.examinedFrom = at;
  if (act === 'correct') law.asked = true;
  if (act === 'supplement' && RECEIVED.includes(state)) law.examinedFrom = at;
  if (act === 'accept' || act === 'accept-with-gaps') dates.accepted = at;
  if (act === 'deliver') law.deliveredAt ??= at;
  if (act === 'archive') law.archivedAt ??= at;
  if (!DECISIONS.has(act) || dates.decided !== null) return;
  // 行政许可法 34: what can be decided on the spot is accepted and decided at once.
  const accepts = act === 'grant' || act === 'refuse' || act === 'deem-renewed';
  if (accepts && rules?.acceptance) dates.accepted ??= at;
  dates.decided = at;
  carried.outcome = state;
}

/** Ends of the periods as they are now. */
export function recount(input: CaseInput, carried: CarriedCase): LegalColumns {
  const periods = periodsOf(input, carried);
  carried.dueAt = periods.dueAt;
  carried.promisedDueAt = periods.promisedDueAt;
  const { law, outcome } = carried;
  const planned = plannedPeriods(input, carried);
  return {
    receivedAt: law.receivedAt,
    pausedAt: periods.pausedAt,
    deliveredAt: law.deliveredAt,
    archivedAt: law.archivedAt,
    deliverDueAt: periods.deliverDueAt,
    acceptanceDueAt: periods.acceptanceDueAt,
    outcome,
    deemedAccepted: law.deemed,
    extensionDays: law.extension,
    calendarPending: periods.calendarPending,
    hearingDueAt: outstanding(planned, 'hearing-held'),
    reviewDueAt: outstanding(planned, 'preliminary-review'),
  };
}
