/**
 * The executable process: plain JSON, made by `bpmn/compiler` from XML, run by `bpmn/engine`.
 * It is content-addressed (`hashModel`), so nothing in it may depend on when or where it was compiled.
 * References between elements are ids, never object references.
 */

/** A FEEL expression without its leading `=`. */
export interface Expression {
  feel: string;
}

/** A static value, or a FEEL expression that yields one. */
export type ValueOrExpression<T> = { value: T } | Expression;

/** Levels of administration a task can belong to (块); `province` only for adapters. */
export type Level = 'province' | 'city' | 'county' | 'township' | 'village';

/**
 * Who a task belongs to: a line of departments (条) at a level (块), and a role in it.
 * `line` is a code of `docs/glossary.md`; role `applicant` means the case's applicant.
 */
export interface Assignment {
  line?: string;
  level?: Level;
  role?: string;
}

/** One answer a handler may give, in the order of the diagram. */
export interface Outcome {
  id: string;
  name: string;
}

/**
 * A length of time: `20wd` (working days), `P20D`/`PT1H` (ISO 8601), or FEEL yielding either.
 * Timers may also be a date (ISO 8601 instant) or a cycle (`R3/PT1H`).
 */
export interface TimerDefinition {
  kind: 'duration' | 'date' | 'cycle';
  value: ValueOrExpression<string>;
}

export interface MessageDefinition {
  name: ValueOrExpression<string>;
  /** Correlation key; undefined = correlated by the case number. */
  key?: Expression;
}

export type EventDefinition =
  | { type: 'timer'; timer: TimerDefinition }
  | { type: 'message'; message: MessageDefinition }
  | { type: 'error'; code?: string; codeVariable?: string; messageVariable?: string }
  | { type: 'terminate' };

/** A variable written from a FEEL expression, evaluated in the source scope. */
export interface Mapping {
  target: string;
  source: Expression;
}

export interface MultiInstance {
  sequential: boolean;
  cardinality?: Expression;
  collection?: Expression;
  /** Variable that holds the item in each instance. */
  element?: string;
  /** Variable that receives the list of outputs, in the order of the input. */
  outputCollection?: string;
  outputElement?: Expression;
  completionCondition?: Expression;
  /** What the variable `loopCounter` starts with: 0 unless the dialect says 1 (Zeebe). */
  firstCounter?: number;
}

interface ElementBase {
  id: string;
  name?: string;
  incoming: string[];
  /** In the order in which they stand in the XML. */
  outgoing: string[];
}

interface ActivityBase extends ElementBase {
  multiInstance?: MultiInstance;
  /** Id of the default flow. */
  default?: string;
  /** Boundary events attached to it, in the order of the XML. */
  boundary: string[];
  inputs: Mapping[];
  outputs: Mapping[];
}

export interface UserTask extends ActivityBase {
  type: 'userTask';
  assignment: Assignment;
  /** Form key; a `.schema.json` in `bpmn/processes`. */
  form?: string;
  /** Empty = any completion is accepted, without an outcome. */
  outcomes: Outcome[];
  /** The step's own limit: `5wd` or ISO 8601 duration. */
  limit?: string;
  /** What the law calls this act: collect, accept, correct, review, decide, inspect, … */
  act?: string;
}

/** service, send and business-rule tasks: work done outside, by an adapter. */
export interface ServiceTask extends ActivityBase {
  type: 'serviceTask';
  /** Undefined = an unbound task, which passes through. */
  adapter?: string;
  level?: Level;
  /** FEEL yielding the adapter's input; undefined = no input. */
  input?: Expression;
}

export interface ScriptTask extends ActivityBase {
  type: 'scriptTask';
  script: Expression;
  resultVariable?: string;
}

/** Abstract and manual tasks: nothing to do, the token passes. */
export interface PassTask extends ActivityBase {
  type: 'task' | 'manualTask';
}

export interface ReceiveTask extends ActivityBase {
  type: 'receiveTask';
  message: MessageDefinition;
}

export interface CallActivity extends ActivityBase {
  type: 'callActivity';
  /** Id of the called process; resolved in `ProcessModel.called` unless `separate`. */
  calledElement: string;
  /** Runs as a case of its own (child workflow): the item it handles. */
  separate: boolean;
  item?: string;
  /** FEEL context whose entries become variables of the called process, before `inputs`. */
  input?: Expression;
  /**
   * Whether the called scope starts with a copy of all variables the caller sees.
   * Undefined = only when there is neither `input` nor `inputs`. Never for a separate case.
   */
  passAll?: boolean;
  /** Whether all its variables are copied back; undefined = only when there are no `outputs`. */
  returnAll?: boolean;
}

export interface SubProcess extends ActivityBase {
  type: 'subProcess';
  body: Scope;
}

export interface Gateway extends ElementBase {
  type: 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway';
  default?: string;
}

export interface StartEvent extends ElementBase {
  type: 'startEvent';
  definition?: EventDefinition;
}

export interface EndEvent extends ElementBase {
  type: 'endEvent';
  definition?: EventDefinition;
}

export interface BoundaryEvent extends ElementBase {
  type: 'boundaryEvent';
  attachedTo: string;
  interrupting: boolean;
  definition: EventDefinition;
}

export interface IntermediateCatchEvent extends ElementBase {
  type: 'intermediateCatchEvent';
  definition: EventDefinition;
}

export interface IntermediateThrowEvent extends ElementBase {
  type: 'intermediateThrowEvent';
  definition?: EventDefinition;
}

export type Activity =
  UserTask | ServiceTask | ScriptTask | PassTask | ReceiveTask | CallActivity | SubProcess;
export type Element =
  | Activity
  | Gateway
  | StartEvent
  | EndEvent
  | BoundaryEvent
  | IntermediateCatchEvent
  | IntermediateThrowEvent;
export type ElementType = Element['type'];

export interface SequenceFlow {
  id: string;
  name?: string;
  source: string;
  target: string;
  condition?: Expression;
}

/** The content of a process or sub-process. Paths never cross a scope's border. */
export interface Scope {
  /** By id; ids are unique in the whole file. */
  elements: Record<string, Element>;
  /** In the order in which they stand in the XML. */
  flows: SequenceFlow[];
}

/** One executable process with the processes it calls as scopes. */
export interface ProcessModel {
  format: 1;
  id: string;
  name?: string;
  body: Scope;
  /** Called processes by id, frozen when the caller is published. */
  called: Record<string, ProcessModel>;
}
