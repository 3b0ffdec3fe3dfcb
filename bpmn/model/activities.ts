/** Tasks, calls and sub-processes (BPMN 2.0.2, 10.3). */
import type { Assignment, AssignmentExpressions, Level, Outcome } from './assignment.js';
import type { ElementBase } from './element-base.js';
import type { MessageDefinition } from './event-definitions.js';
import type { Expression, Mapping } from './expressions.js';
import type { Scope } from './process.js';

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

export interface UserTask extends ActivityBase {
  type: 'userTask';
  /** As far as the diagram says it; the rest comes of `assignedBy` when the task opens. */
  assignment: Assignment;
  assignedBy?: AssignmentExpressions;
  /** Key of a form. */
  form?: string;
  /** Empty = any completion is accepted, without an outcome. */
  outcomes: Outcome[];
  /** The step's own limit: `5wd` or ISO 8601 duration. */
  limit?: string;
  /** What the law calls this act: collect, accept, correct, review, decide, inspect, … */
  act?: string;
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

/** Tasks and sub-processes. */
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
