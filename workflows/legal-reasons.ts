/** Why the law does not allow a command, or an act, where a case stands: the sentence people read. */
import type { OpenTask } from '../bpmn/engine/index.js';
import type { CarriedCase } from './continue-as-new-state.js';
import type { CaseAct, CaseCommand, CaseInput, LegalAct } from './contracts/case.js';
import {
  alreadyAccepted,
  alreadyRenewed,
  awaitedAbove,
  caseActReason,
  clockReason,
  legalActOf,
  RECEIVED,
  TRANSITIONS,
  tryTransition,
  type LegalTerms,
} from './law/index.js';

/** Where a case stands in law, and by which terms. */
export interface LegalStanding {
  input: CaseInput;
  carried: CarriedCase;
  terms: LegalTerms;
}

/** The level above decides; nothing is done here. */
export const isSentUp = ({ law, ended }: Pick<CarriedCase, 'law' | 'ended'>): boolean =>
  law.forwarded !== undefined && !ended;

export const positionOf = ({ state, law }: CarriedCase) => ({ state, behind: law.behind });

/** Of these the law says nothing once a case is sent up: the diagram, at rest, awaits no message. */
const SENT_UP: ReadonlySet<CaseCommand['kind']> = new Set(['withdraw', 'deliver']);

/** Why the law does not allow this command here and now; null = it does. */
export function reasonAgainst(
  command: CaseCommand,
  open: OpenTask[],
  at: number,
  standing: LegalStanding,
): string | null {
  if (isSentUp(standing.carried)) return SENT_UP.has(command.kind) ? null : awaitedAbove();
  if (command.kind === 'legal') return reasonAgainstActs(command, open, at, standing);
  const { input, carried } = standing;
  if (!input.rules || command.kind !== 'complete') return null;
  if (carried.law.closedByLaw.includes(command.taskKey)) return answeredAlready(command, standing);
  const act = actOf(open, command);
  return act && reasonAgainstAct(act, at, standing);
}

/** Who comes after the law has answered. */
function answeredAlready(
  { outcome }: { outcome?: string },
  { carried, terms }: LegalStanding,
): string {
  if (carried.law.expiry !== 'deemed') return alreadyAccepted(carried, terms);
  return alreadyRenewed(outcome === 'refuse' ? 'refuse' : 'grant', carried, terms);
}

/** As `reasonAgainst`, for an act on the whole case. */
function reasonAgainstActs(
  wanted: CaseAct,
  open: OpenTask[],
  at: number,
  standing: LegalStanding,
): string | null {
  const { input, carried, terms } = standing;
  return (
    reasonAgainstAct(wanted.act, at, standing) ??
    caseActReason(wanted, input, carried, terms, at, open)
  );
}

/** As `reasonAgainst`, for one act. */
export function reasonAgainstAct(
  act: LegalAct,
  at: number,
  { input, carried, terms }: LegalStanding,
): string | null {
  const tried = tryTransition(act, positionOf(carried), terms);
  if (!tried.ok) {
    const late = carried.law.deemed && TRANSITIONS[act].from.some((s) => RECEIVED.includes(s));
    return late && act !== 'collect' ? alreadyAccepted(carried, terms) : cited(tried);
  }
  return clockReason(act, input, carried, terms, at);
}

/** What the completion of a task is in law. */
export function actOf(
  open: OpenTask[],
  command: Extract<CaseCommand, { kind: 'complete' }>,
): LegalAct | null {
  const task = open.find(({ key }) => key === command.taskKey);
  return legalActOf(task?.act, command.outcome);
}

const cited = ({ reason, article }: { reason: string; article?: string }): string =>
  article ? `${reason.replace(/。$/, '')}（${article}）。` : reason;
