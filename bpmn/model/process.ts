/**
 * The executable process: plain JSON, made by `bpmn/compiler` from XML, run by `bpmn/engine`.
 * It is content-addressed (`hashModel`), so nothing in it may depend on when or where it was compiled.
 * References between elements are ids, never object references.
 */
import type { DecisionModel } from '../dmn/model.js';
import type { Activity } from './activities.js';
import type { EventElement } from './events.js';
import type { Expression } from './expressions.js';
import type { GatewayElement } from './gateways.js';

export type * from './expressions.js';
export type * from './assignment.js';
export type * from './event-definitions.js';
export type * from './activities.js';
export type * from './gateways.js';
export type * from './events.js';

/** Where a message flow leads: an element of another pool, or the pool as a whole. */
export interface MessageTarget {
  process: string;
  element?: string;
}

export type Element = Activity | EventElement | GatewayElement;
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
  /** Versions of the forms that its tasks show, frozen when the process is published. */
  forms?: Record<string, number>;
  /** Message flows into the other pools that run, by the element that throws. */
  messageFlows?: Record<string, MessageTarget>;
}
