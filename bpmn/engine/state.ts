/**
 * The state of one case: plain JSON, small. A token at rest is either inside an instance,
 * waiting on a flow before a join (`Container.waiting`), or held by an incident.
 */
import type { IncidentCode, Json, Variables } from './api.js';
import { ENGINE } from './behaviour-flags.js';

export interface State {
  /** The newest change of behaviour that the case has (`behaviour-flags.ts`), settled at its opening. */
  engine: number;
  process: string;
  /** The last number given to an instance, trigger or incident. */
  counter: number;
  started: boolean;
  ended: boolean;
  /** By id; ids grow, so a parent always stands before what it contains. */
  instances: Record<string, Instance>;
  incidents: Record<string, StoredIncident>;
}

/** Something that lives: the process itself, an activity, a multi-instance's body, a waiting event. */
export interface Instance {
  id: string;
  /** Id of its element; empty for the process itself. */
  element: string;
  /** Id of the instance it lives in; empty for the process itself. */
  parent: string;
  /** Of an event sub-process about to begin: what somebody outside said, for its start event to map. */
  said?: Variables;
  /** Its own variables; what it does not have is looked for in its parents. */
  variables: Variables;
  /** Present on what contains tokens: process, called process, sub-process. */
  container?: Container;
  /** Present on a called process: its id. Variables are not looked for beyond it. */
  called?: string;
  /** Present on the body of a multi-instance; its instances have it as parent. */
  multi?: Multi;
  /** Present on an instance of a multi-instance: its place, from 0. */
  index?: number;
  /** What the outside owes it. */
  open?: Open;
  /** What it waits for besides: its own events, those of its boundary, of event sub-processes in it. */
  triggers: Trigger[];
  /** Present on what undoes something: who is told when it is done. */
  compensates?: string;
  /** Present on what has others undo something: what is left, and what comes then. */
  undoing?: Compensation;
}

export interface Container {
  /** Tokens alive in it, moving or at rest, also those inside its instances. */
  live: number;
  /** Tokens that wait before a join, by flow. */
  waiting: Record<string, number>;
  /** Those of its tokens that are event sub-processes. */
  handlers?: number;
  /** No event sub-process begins any more: one interrupted the rest, or the rest is over. */
  eventsClosed?: true;
  /** What states written by earlier releases call `eventsClosed`. */
  deaf?: true;
  /** What was completed in it and can be undone, in the order of completion. */
  completed?: Completed[];
  /** Complex gateways that have gone on and wait for the other flows, with the flows that came. */
  resetting?: Record<string, string[]>;
  /** Of an ad-hoc sub-process: what has still to begin, and whether no more is to begin. */
  adHoc?: { pending: string[]; enough?: true };
}

/** A completed activity that can be undone: consumed when that begins. */
export interface Completed {
  element: string;
  /** Its own variables as they were at its completion. */
  variables: Variables;
  /** Of a sub-process: what was completed in it. */
  inside?: Completed[];
}

export interface Compensation {
  /** What is still to be undone, the next one last, with the instance it was completed in. */
  left: (Completed & { in: string })[];
  /** The token goes on; or it dies, because another went on long ago; or the transaction is left. */
  then: 'leave' | 'die' | 'told' | 'cancelled';
  /** Of a multiple event whose token goes on: which of its parts has this undone. */
  part?: number;
}

export interface Multi {
  total: number;
  /** The collection as it was at entry. */
  items?: Json[];
  /** Place of the next instance to create. */
  next: number;
  active: number;
  completed: number;
  terminated: number;
  /** In the order of the input; null where there is none (yet). */
  outputs?: Json[];
  /** What its instances completed and can be undone once all are done. */
  undo?: Completed[];
  /** Of a user task: which instance answered at each place, so that one may be asked again. */
  answered?: Record<number, string>;
}

export type Open =
  /** `assigned` = what the assignment's expressions yielded. */
  | { type: 'task'; at: number; assigned?: { line?: string; role?: string } }
  | { type: 'activity'; adapter: string; input: Json }
  | { type: 'child'; variables: Variables };

/** A timer that runs or an event waited for. `element` is the event it belongs to. */
export type Trigger = {
  id: string;
  element: string;
  /** The element is an event sub-process inside the instance, not an event at it. */
  inside?: true;
  /** Place among the definitions of a multiple event. */
  part?: number;
} & (
  | {
      type: 'timer';
      due: number;
      /** Present when it counts working days: so many after that instant. */
      counted?: { from: number; days: number };
      /** What is needed to go on after it fired; only for cycles that repeat. */
      cycle?: {
        every: string;
        /** times still to fire after this one; null = for ever */ left: number | null;
        /** The instant that rounds are counted from, and which of them this one is. */
        from?: number;
        count?: number;
        /** The zone whose clocks days and months are counted by; China's where none is named. */
        zone?: string;
      };
    }
  | { type: 'message'; name: string; key?: string }
  | { type: 'signal'; name: string }
  /** `was`: what the condition was when it was last looked at; it happens when it becomes true. */
  | { type: 'conditional'; was: boolean }
);

/** One thing to do next. Dropped when the instance `in` is no longer alive. */
export type Work = { in: string } & (
  | { do: 'arrive'; flow: string }
  | { do: 'enter'; element: string }
  | { do: 'leave'; element: string }
  /** Without an element, the start event that starts a scope when nothing else is said. */
  | { do: 'open'; element?: string }
  /** The event of an element, at which a process may start, has happened already. */
  | { do: 'happened'; element: string }
  /** An activity that undoes another begins. */
  | { do: 'handle'; element: string; variables: Variables; compensates: string }
  | { do: 'throw'; element: string; part: number }
  | { do: 'begin' | 'arm' | 'start' | 'spawn' | 'complete' | 'close' | 'undo' }
  | { do: 'fail'; error: string; message: string }
  | { do: 'trigger'; trigger: string; variables: Variables; confined?: true }
);

export interface StoredIncident {
  id: string;
  element: string;
  code: IncidentCode;
  message: string;
  at: number;
  /** What is done again on retry. */
  retry: Work;
  /** What a step that was too long left undone besides, in its order: done after it. */
  rest?: Work[];
}

/** A case that has not started. */
export function emptyState(process: string, engine = ENGINE): State {
  return {
    engine,
    process,
    counter: 0,
    started: false,
    ended: false,
    instances: {},
    incidents: {},
  };
}

/** Whether no event sub-process of this container begins any more, whichever release wrote it. */
export const isClosedToEvents = ({ eventsClosed, deaf }: Container): boolean =>
  eventsClosed === true || deaf === true;

/** A copy in which instances and incidents can be replaced; they themselves are the original's. */
export function copyState(state: State): State {
  return { ...state, instances: { ...state.instances }, incidents: { ...state.incidents } };
}

/**
 * A copy that can be changed while the original stays as it is. Values of variables are shared:
 * the engine replaces them, never changes them in place.
 */
export function copyInstance(instance: Instance): Instance {
  const copy = {
    ...instance,
    variables: { ...instance.variables },
    triggers: [...instance.triggers],
  };
  if (copy.container)
    copy.container = { ...copy.container, waiting: { ...copy.container.waiting } };
  if (copy.container?.completed) copy.container.completed = [...copy.container.completed];
  if (copy.undoing) copy.undoing = { ...copy.undoing, left: [...copy.undoing.left] };
  if (copy.multi) copy.multi = { ...copy.multi };
  if (copy.multi?.undo) copy.multi.undo = [...copy.multi.undo];
  if (copy.multi?.outputs) copy.multi.outputs = [...copy.multi.outputs];
  if (copy.multi?.answered) copy.multi.answered = { ...copy.multi.answered };
  return copy;
}
