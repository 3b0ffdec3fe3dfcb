/** Our own attributes, `urn:onestop:bpmn:1`; the vocabulary stands in `bpmn/model/onestop.moddle.json`. */
import type { Attributes, Dialect } from '../attributes.js';
import { text, type BpmnNode } from '../moddle.js';

const textual = [
  'line',
  'level',
  'role',
  'form',
  'outcomes',
  'limit',
  'act',
  'adapter',
  'input',
  'decision',
  'item',
  'resultVariable',
  'collection',
  'elementVariable',
  'outputCollection',
  'outputElement',
  'key',
  'codeVariable',
  'messageVariable',
] as const satisfies readonly (keyof Attributes)[];

export const onestop: Dialect = {
  name: 'onestop',
  read(node: BpmnNode): Attributes {
    const attributes: Attributes = {};
    for (const name of textual) {
      const value = text(node, `onestop:${name}`);
      if (value !== undefined) attributes[name] = value;
    }
    if (node.get('onestop:separate') === true) attributes.separate = true;
    return attributes;
  },
};
