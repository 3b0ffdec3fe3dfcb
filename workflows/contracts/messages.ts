/** By what names a case is reached, and what others send it. */
import type { Variables } from '../../bpmn/engine/index.js';
import type { CaseState } from './law.js';

export const CASE_WORKFLOW = 'caseWorkflow';
export const CASE_QUEUE = 'case';

/** Message: a fee was paid. */
export const PAYMENT_MESSAGE = 'payment';
/** Message: a department's own system says how far it is. */
export const DEPARTMENT_MESSAGE = 'department-system';
/** Message: the deciding department has the papers that a window elsewhere collected. */
export const PAPERS_RECEIVED = 'papers-received';
/** Names that only the platform says, each after its own check; nobody else may publish them. */
export const PLATFORM_MESSAGES: ReadonlySet<string> = new Set([
  PAYMENT_MESSAGE,
  DEPARTMENT_MESSAGE,
  PAPERS_RECEIVED,
]);

export const COMMAND_UPDATE = 'command';
export const POSITION_QUERY = 'position';
/** Child → parent: how it ended. A signal, because it must survive the parent's continue-as-new. */
export const CHILD_ENDED_SIGNAL = 'childEnded';
/** Parent → child: the applicant withdraws the whole matter; decided children ignore it. */
export const PARENT_WITHDRAWN_SIGNAL = 'parentWithdrawn';
/** Correlation → case: a signal some subscription of it waited for when it was thrown. */
export const DELIVER_SIGNAL = 'deliverSignal';
/** Calendar → case: by the calendar now published it falls due earlier. Payload {@link FrozenCalendar}. */
export const CALENDAR_CHANGED_SIGNAL = 'calendarChanged';
/** A release asks waiting cases to adopt the newer engine behaviour. */
export const CONTINUE_SIGNAL = 'continueAsNew';

/** How a case ended; for a child, what its parent's diagram sees at the call activity. */
export interface CaseResult {
  caseNumber: string;
  state: CaseState;
  /** granted, refused, rejected, withdrawn, terminated, or finished where nothing is decided. */
  outcome: CaseState;
}

export interface ChildEnded {
  occurrence: string;
  result: CaseResult;
}

/** A BPMN signal on its way to one case. */
export interface DeliveredSignal {
  /** The throw's; a second delivery of it is ignored. */
  id: string;
  name: string;
  variables: Variables;
  /** Ids of the case's subscriptions that waited when it was thrown. */
  subscriptions: string[];
  /** Thrown by somebody outside: only what the catching element maps is kept. */
  confined?: true;
}
