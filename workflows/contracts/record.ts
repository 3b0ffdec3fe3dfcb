/** What a step of the case writes down. */
import type {
  State as EngineState,
  Incident,
  Json,
  OpenTask,
  Subscription,
  Variables,
} from '../../bpmn/engine/index.js';
import type { CaseState, LegalColumns, LegalTransition, LegalPause } from './law.js';

/** What caused a step: `command:<id>`, `timer:<id>`, `activity:<occurrence>`, `child:<occurrence>`, `signal:<id>`. */
export type Cause = string;

/** Where a workflow stands; `verify` compares it with the tables. */
export interface CasePosition {
  caseNumber: string;
  step: number;
  cause: Cause;
  state: CaseState;
  ended: boolean;
  tasks: OpenTask[];
  subscriptions: Subscription[];
  incidents: Incident[];
}

/** One line of the case's timeline, written by `record`. */
export interface TimelineEntry {
  at: number;
  /** task-opened, task-completed, task-cancelled, activity-started, activity-done, state, incident, ended … */
  kind: string;
  element?: string;
  name?: string;
  taskKey?: string;
  outcome?: string;
  opinion?: string;
  data?: Json;
}

/** Instants of the acts that the law dates; null = not done yet. */
export interface ActDates {
  collected: number | null;
  accepted: number | null;
  decided: number | null;
}

/** An open task with the end of its own limit. */
export type RecordedTask = OpenTask & { dueAt: number | null };

/** A message or signal thrown by a step. */
export interface Thrown {
  kind: 'message' | 'signal';
  element: string;
  name: string;
  key?: string;
  variables: Variables;
}

export interface RecordInput {
  caseNumber: string;
  step: number;
  cause: Cause;
  previousCause: Cause | null;
  state: CaseState;
  ended: boolean;
  tasks: RecordedTask[];
  subscriptions: Subscription[];
  /** What the step throws to other cases; leaves the house when the step is known to be in history. */
  thrown: Thrown[];
  incidents: Incident[];
  dates: ActDates;
  /** End of the statutory and promised limit, known from acceptance on. */
  dueAt: number | null;
  promisedDueAt: number | null;
  /** The engine's state, for looking at and `rebuild`. */
  engineState: EngineState;
  /** Root variables the case page and its children need. */
  variables: Variables;
  timeline: TimelineEntry[];
  /** Ids of the elements a token left in this step. */
  completed: string[];
  /** Hash of the process the step moved the case to. */
  movedTo?: string;
  /** Official acts of the step, in their order; absent in histories of earlier releases. */
  moves?: LegalTransition[];
  legal?: LegalColumns;
  /** Version of the calendar its due dates are counted by. */
  calendar?: string;
  /** Timers of the diagram that count working days; instants. Absent = none. */
  workingDayTimers?: { due: number; from: number; days: number }[];
  /** Every pause of the case. */
  pauses?: LegalPause[];
  /**
   * What the workflow remembers beside all this, for making it anew: outcome, law, a withdrawal under way,
   * early messages. Absent in histories of earlier releases.
   */
  memory?: Record<string, Json>;
  /** The element the step went back to: whoever did it last has it again. */
  backTo?: string;
  /** Where the element alone does not say who: the task whose handler has it again. */
  backToTask?: string;
  /** Instant of the step. */
  at: number;
  actor?: { person: string; post?: string };
}
