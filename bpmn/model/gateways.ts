/** Gateways (BPMN 2.0.2, 10.6). */
import type { ElementBase } from './element-base.js';
import type { Expression } from './expressions.js';

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

export type GatewayElement = Gateway | EventBasedGateway | ComplexGateway;
