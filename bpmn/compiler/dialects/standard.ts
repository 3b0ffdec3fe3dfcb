/** What BPMN 2.0 itself says about elements, where it can be carried out. */
import type { Attributes, Dialect } from '../attributes.js';
import { child, children, is, localName, text, type BpmnNode } from '../moddle.js';
import { dataMappings, identifierOf } from './data.js';
import { firstGroup } from './people.js';

export const standard: Dialect = {
  name: 'standard',
  read(node: BpmnNode): Attributes {
    if (is(node, 'MultiInstanceLoopCharacteristics')) return repeated(node);
    if (!is(node, 'Activity')) return {};
    return {
      ...dataMappings(node),
      ...(is(node, 'CallActivity') && called(node)),
      ...(is(node, 'ScriptTask') && { script: text(node, 'script') }),
      ...(is(node, 'UserTask') && { role: firstGroup(ownerGroups(node).join(',')) }),
    };
  },
};

function called(node: BpmnNode): Attributes {
  const name = text(node, 'calledElement');
  return { calledElement: name && localName(name) };
}

/** Groups among the potential owners of a task: `group(a), user(b)`; a bare name is a group. */
export const ownerGroups = (node: BpmnNode): string[] =>
  owners(node)
    .filter(({ user }) => !user)
    .map(({ name }) => name);

/** Whom a task's resource roles name, by expression or by reference. */
export function owners(node: BpmnNode): { name: string; user: boolean }[] {
  return children(node, 'resources').flatMap((role) => {
    const assignment = child(role, 'resourceAssignmentExpression');
    const expression = assignment && child(assignment, 'expression');
    const reference = child(role, 'resourceRef');
    const body = (expression && text(expression, 'body')) ?? (reference && text(reference, 'name'));
    const users = !is(role, 'PotentialOwner');
    return (body ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => {
        const [, kind, inner] = /^(user|group)\(([^)]*)\)$/.exec(name) ?? [];
        return { name: inner?.trim() ?? name, user: kind === 'user' || (users && !kind) };
      });
  });
}

/** Data inputs and outputs of a multi-instance are variables named after the data they stand for. */
function repeated(node: BpmnNode): Attributes {
  const activity = node.$parent;
  const input = child(node, 'loopDataInputRef');
  const output = child(node, 'loopDataOutputRef');
  const item = child(node, 'outputDataItem');
  return {
    collection: input && variableOf(input, activity, 'dataInputAssociations'),
    elementVariable: identifierOf(child(node, 'inputDataItem')),
    outputCollection: output && variableOf(output, activity, 'dataOutputAssociations'),
    outputElement: identifierOf(item),
  };
}

/** A data input stands for the source of its association, a data output for the target. */
function variableOf(data: BpmnNode, activity: BpmnNode | undefined, associations: string): string {
  const inward = associations === 'dataInputAssociations';
  for (const association of activity ? children(activity, associations) : []) {
    const sources = children(association, 'sourceRef');
    const target = child(association, 'targetRef');
    if (inward && target === data && sources[0]) return identifierOf(sources[0]) ?? '';
    if (!inward && sources.includes(data) && target) return identifierOf(target) ?? '';
  }
  return identifierOf(data) ?? '';
}
