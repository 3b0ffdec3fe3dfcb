/** Events (BPMN 2.0.2, 10.5), and the sub-processes that one begins. */
import type { ElementBase } from './element-base.js';
import type { EventDefinition } from './event-definitions.js';
import type { Mapping } from './expressions.js';
import type { Scope } from './process.js';

/** What becomes of the variables that come with an event. */
export interface Receiving {
  /** Variables written when it happens, from what came with it. */
  outputs?: Mapping[];
  /** Only these are kept; else all that came is, too. */
  onlyOutputs?: true;
}

export interface StartEvent extends ElementBase {
  type: 'startEvent';
  definition?: EventDefinition;
  outputs?: Mapping[];
}

export interface EndEvent extends ElementBase {
  type: 'endEvent';
  definition?: EventDefinition;
}

export interface BoundaryEvent extends ElementBase, Receiving {
  type: 'boundaryEvent';
  attachedTo: string;
  interrupting: boolean;
  definition: EventDefinition;
}

export interface IntermediateCatchEvent extends ElementBase, Receiving {
  type: 'intermediateCatchEvent';
  definition: EventDefinition;
}

export interface IntermediateThrowEvent extends ElementBase {
  type: 'intermediateThrowEvent';
  definition?: EventDefinition;
}

/** Begins when its start event happens while the scope around it is active. */
export interface EventSubProcess extends ElementBase {
  type: 'eventSubProcess';
  body: Scope;
  /** Id of its start event. */
  start: string;
  interrupting: boolean;
  definition: EventDefinition;
}

/** Events, and what begins by one inside a process. */
export type EventElement =
  | StartEvent
  | EndEvent
  | BoundaryEvent
  | IntermediateCatchEvent
  | IntermediateThrowEvent
  | EventSubProcess;
