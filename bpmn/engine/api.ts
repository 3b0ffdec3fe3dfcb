/**
 * What the engine's host sees. The engine is a pure function
 * `step(model, state, event, clock) → { state, commands }`, run to completion;
 * time comes in with the event, everything to be done outside goes out as a command.
 * Instants are milliseconds since the epoch; ids come from counters in the state.
 */
import type { Assignment, Level, Outcome } from '../model/process.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Variables = Record<string, Json>;

/** How a length of time is added to an instant; working days need the case's frozen calendar. */
export interface Clock {
  /** The instant at which `workingDays` after the day of `from` end. @throws CalendarError without data */
  addWorkingDays(from: number, workingDays: number): number;
  /** Length of one natural day in milliseconds; 86,400,000 unless a demonstration scales it. */
  dayLength: number;
}

/** A user task that waits. Its key is stable: element, scope and occurrence, never a random id. */
export interface OpenTask {
  /** `<elementId>~<occurrence>`, unique in the case for ever. */
  key: string;
  element: string;
  name: string;
  assignment: Assignment;
  form?: string;
  outcomes: Outcome[];
  limit?: string;
  act?: string;
  /** Index in a multi-instance, from 0. */
  loopCounter?: number;
  /** Values of the multi-instance's item and mapped inputs, visible to the handler. */
  inputs: Variables;
  /** Instant at which it opened. */
  openedAt: number;
}

/** An adapter's work under way. */
export interface OpenActivity {
  occurrence: string;
  element: string;
  name: string;
  adapter: string;
  level?: Level;
  input: Json;
}

export interface OpenTimer {
  id: string;
  element: string;
  due: number;
}

/** A case of its own (child workflow) under way. */
export interface OpenChild {
  occurrence: string;
  element: string;
  name: string;
  process: string;
  item?: string;
  variables: Variables;
}

export interface Subscription {
  id: string;
  element: string;
  /** A message has one receiver; a signal reaches all who wait. */
  kind: 'message' | 'signal';
  name: string;
  /** Of a message; undefined = the case itself is addressed. */
  key?: string;
}

export type IncidentCode =
  | 'no-flow-taken'
  | 'uncaught-error'
  | 'expression-failed'
  /** An expression costs more than one evaluation may (`bpmn/feel/limits.ts`). */
  | 'expression-too-costly'
  | 'unknown-outcome'
  | 'no-department'
  | 'adapter-failed'
  /** A DMN decision is missing, or could not be taken. */
  | 'decision-failed'
  /** The calendar has no data for the year a timer needs. */
  | 'calendar-missing'
  /** A call activity names no known process, or calls nest too deeply. */
  | 'call-failed'
  /** One event set off so many moves that the diagram must be running in circles. */
  | 'endless-loop'
  /** One event set off more than a step may do (`step-budget.ts`); a retry goes on with the rest. */
  | 'step-too-long';

export interface Incident {
  id: string;
  element: string;
  code: IncidentCode;
  /** For people, in Chinese: what is wrong and what to do. */
  message: string;
  at: number;
}

export type Command =
  | { type: 'openTask'; task: OpenTask }
  | { type: 'closeTask'; key: string; reason: 'completed' | 'cancelled' }
  | { type: 'startActivity'; activity: OpenActivity }
  | { type: 'cancelActivity'; occurrence: string }
  | { type: 'setTimer'; timer: OpenTimer }
  | { type: 'cancelTimer'; id: string }
  | { type: 'startChild'; child: OpenChild }
  | { type: 'cancelChild'; occurrence: string }
  | { type: 'subscribe'; subscription: Subscription }
  | { type: 'unsubscribe'; id: string }
  | { type: 'throwMessage'; element: string; name: string; key?: string; variables: Variables }
  /** To all cases that wait for it, but for this one: it has been delivered here. */
  | { type: 'throwSignal'; element: string; name: string; variables: Variables }
  | { type: 'raiseIncident'; incident: Incident }
  | { type: 'resolveIncident'; id: string }
  /** An element was completed (its last token left); the host's timeline is made of these. */
  | { type: 'completed'; element: string; elementType: string; name?: string }
  | { type: 'done' };

/** What happened outside. `at` is the instant it is applied at; FEEL's now() and today() use it. */
export type Event = { at: number } & (
  | {
      type: 'start';
      variables: Variables;
      /** Name of the message, or of the signal, that starts it; or the id of the start event. */
      message?: string;
      signal?: string;
      startEvent?: string;
    }
  | {
      type: 'completeTask';
      key: string;
      /** Written as `<elementId> = {outcome, opinion, form}`. */
      answer: { outcome?: string; opinion?: string; form?: Json };
      variables?: Variables;
    }
  | {
      type: 'activityDone';
      occurrence: string;
      /** Written to the variable `<elementId>`; null writes nothing. */
      result: Json;
      /** Other variables, written to the nearest scope that holds them, else the root. */
      variables?: Variables;
    }
  | {
      type: 'activityFailed';
      occurrence: string;
      /** A BPMN error code the diagram may catch; undefined = the adapter failed for good. */
      error?: string;
      message: string;
    }
  | { type: 'timerFired'; id: string }
  | { type: 'childDone'; occurrence: string; result: Variables }
  | { type: 'childFailed'; occurrence: string; error?: string; message: string }
  | {
      type: 'messageReceived';
      name: string;
      key?: string;
      /** Id of the subscription it is meant for; undefined = who has waited longest. */
      subscription?: string;
      variables: Variables;
      /** Said by somebody outside: only what the catching element maps is kept. */
      confined?: true;
    }
  | { type: 'signalReceived'; name: string; variables: Variables; confined?: true }
  /** A task or an adapter's work escalates and, unless that interrupts it, goes on. */
  | { type: 'escalated'; key: string; code: string; variables?: Variables }
  | { type: 'setVariables'; variables: Variables }
  | { type: 'retryIncident'; id: string; variables?: Variables }
  /** By a person with the right; see `Modification`. */
  | {
      type: 'modify';
      cancel?: string[];
      skip?: string[];
      start?: string[];
      drop?: string[];
      again?: { body: string; index: number }[];
    }
);

export interface StepResult<State> {
  state: State;
  commands: Command[];
}

/** What a case waits for, read from its state alone. */
export interface Position {
  tasks: OpenTask[];
  activities: OpenActivity[];
  timers: OpenTimer[];
  children: OpenChild[];
  subscriptions: Subscription[];
  incidents: Incident[];
  /** Ids of the elements that hold a token, each once; for lighting them in the diagram. */
  active: string[];
  ended: boolean;
  /** Variables of the root scope. */
  variables: Variables;
}

/** A programming error of the host: an event that names something that is not open. Nothing changed. */
export class EventRefused extends Error {
  override name = 'EventRefused';
  constructor(
    /** English code for machines: task-not-open, unknown-outcome, incident-not-open, already-ended, … */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
