/** Exclusive, parallel and inclusive gateways. */
import type { Gateway } from '../../model/process.js';
import type { ElementCompiler } from '../context.js';
import { child } from '../moddle.js';

const gateway =
  (type: Gateway['type']): ElementCompiler =>
  (node, place) => {
    const defaultFlow = type === 'parallelGateway' ? undefined : child(node, 'default')?.id;
    return { type, ...place, ...(defaultFlow && { default: defaultFlow }) };
  };

export const exclusiveGateway = gateway('exclusiveGateway');
export const parallelGateway = gateway('parallelGateway');
export const inclusiveGateway = gateway('inclusiveGateway');
