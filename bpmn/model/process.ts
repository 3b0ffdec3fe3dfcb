/**
 * The executable process: plain JSON, made by `bpmn/compiler` from XML, run by `bpmn/engine`.
 * It is content-addressed (`hashModel`), so nothing in it may depend on when or where it was compiled.
 * References between elements are ids, never object references.
 */
import type { DecisionModel } from '../dmn/model.js';

/** A FEEL expression without its leading `=`. */
export interface Expression {
  feel: string;
  /** In the language it was translated from it always has a value: null is a failure there, and here. */
  certain?: true;
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
  /** Awaited: while the key has no value, any message of the name will do. */
  keyIfKnown?: true;
  /** Thrown: the variables that go with it. */
  variables?: Mapping[];
}

/** What one event waits for or throws. */
export type SingleDefinition =
  | { type: 'timer'; timer: TimerDefinition }
  | { type: 'message'; message: MessageDefinition }
  | { type: 'signal'; name: ValueOrExpression<string> }
  | { type: 'conditional'; condition: Expression }
  | { type: 'error'; code?: string; codeVariable?: string; messageVariable?: string }
  | { type: 'escalation'; code?: string; codeVariable?: string }
  /** Thrown: `target` is the catch event of the same scope where the token goes on. */
  | { type: 'link'; target?: string }
  | {
      type: 'compensate';
      /** Thrown: the one activity to undo; undefined = all of the scope. */
      activity?: string;
      /** Thrown: whether the token waits until all is undone. */
      wait?: boolean;
    }
  | { type: 'cancel' }
  | { type: 'terminate' };

/** Several definitions on one event: caught, any one (or, `parallel`, all) of them; thrown, all. */
export interface MultipleDefinition {
  type: 'multiple';
  parallel: boolean;
  parts: SingleDefinition[];
}

export type EventDefinition = SingleDefinition | MultipleDefinition;

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

/** The standard loop: again while the condition holds. */
export interface StandardLoop {
  /** Whether the condition is asked before the first pass (while) or only after one (until not). */
  testBefore: boolean;
  condition?: Expression;
  /** Passes at most. */
  maximum?: Expression;
}

interface ActivityBase extends ElementBase {
  multiInstance?: MultiInstance;
  loop?: StandardLoop;
  /** Undoes another activity: no token comes to it by a flow. */
  isForCompensation?: true;
  /** Id of the activity of the same scope that undoes this one. */
  compensation?: string;
  /** Id of the default flow. */
  default?: string;
  /** Boundary events attached to it, in the order of the XML. */
  boundary: string[];
  inputs: Mapping[];
  outputs: Mapping[];
  /** What a task answers stays with it: only its outputs leave (Camunda 8). */
  localResults?: true;
}

/** Parts of an assignment that only the case knows, such as the body a multi-instance's item names. */
export interface AssignmentExpressions {
  /** FEEL yielding a line's code. */
  line?: Expression;
  /** FEEL yielding a role. */
  role?: Expression;
}

export interface UserTask extends ActivityBase {
  type: 'userTask';
  /** As far as the diagram says it; the rest comes of `assignedBy` when the task opens. */
  assignment: Assignment;
  assignedBy?: AssignmentExpressions;
  /** Form key; a `.schema.json` in `bpmn/processes`. */
  form?: string;
  /** Empty = any completion is accepted, without an outcome. */
  outcomes: Outcome[];
  /** The step's own limit: `5wd` or ISO 8601 duration. */
  limit?: string;
  /** What the law calls this act: collect, accept, correct, review, decide, inspect, … */
  act?: string;
}

/** Where a message flow leads: an element of another pool, or the pool as a whole. */
export interface MessageTarget {
  process: string;
  element?: string;
}

/** service and send tasks, and business-rule tasks that name no decision: work done outside, by an adapter. */
export interface ServiceTask extends ActivityBase {
  type: 'serviceTask';
  /** Undefined = an unbound task, which passes through. */
  adapter?: string;
  level?: Level;
  /** FEEL yielding the adapter's input; undefined = no input. */
  input?: Expression;
  /** Of a send task: thrown when its work is done. */
  message?: MessageDefinition;
}

/** Decides by a DMN decision, which is frozen in `ProcessModel.decisions`. */
export interface BusinessRuleTask extends ActivityBase {
  type: 'businessRuleTask';
  decision: string;
  /** Undefined = the variable named after the task. */
  resultVariable?: string;
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
  /** Its message starts the process. */
  instantiate?: true;
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
  /** A transaction: a cancel end undoes what it completed and leaves by the cancel boundary event. */
  transaction?: true;
}

/** Activities in any order, as long as the completion condition does not hold. */
export interface AdHocSubProcess extends ActivityBase {
  type: 'adHocSubProcess';
  body: Scope;
  /** One after another, instead of all at once. */
  sequential: boolean;
  completionCondition?: Expression;
  /** Whether what still runs is cancelled once the condition holds. */
  cancelRemaining: boolean;
  /** FEEL list of the ids of the activities to begin with; undefined = all without incoming flow. */
  active?: Expression;
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

export interface Gateway extends ElementBase {
  type: 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway';
  default?: string;
}

/** The first of the events behind it decides. */
export interface EventBasedGateway extends ElementBase {
  type: 'eventBasedGateway';
  /** Its events start the process; `parallel` = the case goes on until all of them came. */
  instantiate?: 'exclusive' | 'parallel';
}

/** Goes on when its activation condition holds, and takes the tokens that come later. */
export interface ComplexGateway extends ElementBase {
  type: 'complexGateway';
  default?: string;
  /** Sees `activationCount`, the number of tokens that wait; undefined = any one. */
  activation?: Expression;
}

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

export type Activity =
  | UserTask
  | ServiceTask
  | ScriptTask
  | PassTask
  | ReceiveTask
  | BusinessRuleTask
  | CallActivity
  | SubProcess
  | AdHocSubProcess;
export type Element =
  | Activity
  | EventSubProcess
  | Gateway
  | EventBasedGateway
  | ComplexGateway
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
  /** The files of the decisions taken, by decision, frozen when the process is published. */
  decisions?: Record<string, DecisionModel>;
  /** Message flows into the other pools that run, by the element that throws. */
  messageFlows?: Record<string, MessageTarget>;
}
