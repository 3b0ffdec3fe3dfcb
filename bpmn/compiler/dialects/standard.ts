/** What BPMN 2.0 itself says about elements, where it can be carried out. */
import type { Attributes, Dialect } from '../attributes.js';
import { child, children, is, localName, text, type BpmnNode } from '../moddle.js';
import { dataMappings, identifierOf, sourceOf, variableOf } from './data.js';
import { firstGroup } from './people.js';

export const standard: Dialect = {
  name: 'standard',
  read(node: BpmnNode): Attributes {
    if (is(node, 'MultiInstanceLoopCharacteristics')) return repeated(node);
    if (is(node, 'Event')) return dataMappings(node);
    if (!is(node, 'Activity')) return {};
    return {
      ...dataMappings(node),
      ...(is(node, 'CallActivity') && called(node)),
      ...(is(node, 'ScriptTask') && { script: text(node, 'script') }),
      ...(is(node, 'UserTask') && { role: firstGroup(ownerGroups(node).join(',')) }),
    };
  },
};

/** A call that says what becomes of its data passes and returns nothing else. */
function called(node: BpmnNode): Attributes {
  const name = text(node, 'calledElement');
  const { inputs, outputs } = dataMappings(node);
  return {
    calledElement: name && localName(name),
    ...((inputs ?? outputs) && { passAll: false, returnAll: false }),
  };
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

/** What a multi-instance iterates over and gathers in: the data behind its inputs and outputs. */
function repeated(node: BpmnNode): Attributes {
  const input = child(node, 'loopDataInputRef');
  const output = child(node, 'loopDataOutputRef');
  return {
    collection: input && collectionOf(input, node.$parent),
    elementVariable: identifierOf(child(node, 'inputDataItem')),
    outputCollection: output && gatheredIn(output, node.$parent),
    outputElement: identifierOf(child(node, 'outputDataItem')),
  };
}

/** A data input stands for what its association copies into it. */
function collectionOf(input: BpmnNode, activity: BpmnNode | undefined): string | undefined {
  const feeding = activity
    ? children(activity, 'dataInputAssociations').filter((one) => child(one, 'targetRef') === input)
    : [];
  const [source] = feeding.flatMap((one) => sourceOf(one) ?? []);
  return source?.source ?? variableOf(input);
}

/** A data output stands for the target of its association. */
function gatheredIn(output: BpmnNode, activity: BpmnNode | undefined): string | undefined {
  const targets = activity
    ? children(activity, 'dataOutputAssociations')
        .filter((one) => children(one, 'sourceRef').includes(output))
        .map((one) => variableOf(child(one, 'targetRef')))
    : [];
  return targets[0] ?? variableOf(output);
}
