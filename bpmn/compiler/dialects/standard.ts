/** What BPMN 2.0 itself says about elements, where it can be carried out. */
import type { Attributes, Dialect } from '../attributes.js';
import { child, children, is, localName, text, type BpmnNode } from '../moddle.js';

export const standard: Dialect = {
  name: 'standard',
  read(node: BpmnNode): Attributes {
    if (is(node, 'CallActivity')) return called(node);
    if (is(node, 'ScriptTask')) return { script: text(node, 'script') };
    if (is(node, 'MultiInstanceLoopCharacteristics')) return repeated(node);
    return {};
  },
};

function called(node: BpmnNode): Attributes {
  const name = text(node, 'calledElement');
  return { calledElement: name && localName(name) };
}

/** Data inputs and outputs of a multi-instance are variables named after the data they stand for. */
function repeated(node: BpmnNode): Attributes {
  const activity = node.$parent;
  const input = child(node, 'loopDataInputRef');
  const output = child(node, 'loopDataOutputRef');
  const item = child(node, 'outputDataItem');
  return {
    collection: input && variableOf(input, activity, 'dataInputAssociations'),
    elementVariable: nameOf(child(node, 'inputDataItem')),
    outputCollection: output && variableOf(output, activity, 'dataOutputAssociations'),
    outputElement: nameOf(item),
  };
}

/** A data input stands for the source of its association, a data output for the target. */
function variableOf(data: BpmnNode, activity: BpmnNode | undefined, associations: string): string {
  const inward = associations === 'dataInputAssociations';
  for (const association of activity ? children(activity, associations) : []) {
    const sources = children(association, 'sourceRef');
    const target = child(association, 'targetRef');
    if (inward && target === data && sources[0]) return nameOf(sources[0]) ?? '';
    if (!inward && sources.includes(data) && target) return nameOf(target) ?? '';
  }
  return nameOf(data) ?? '';
}

/** A name that can be a variable; else the id. */
function nameOf(node: BpmnNode | undefined): string | undefined {
  const name = node && text(node, 'name');
  return name && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : node?.id;
}
