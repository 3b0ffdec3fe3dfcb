/**
 * Camunda 7 and its kin (Activiti, Flowable): attributes whose expressions are JUEL.
 * What is not read here is listed by `import/camunda.ts`.
 */
import { own, type Attributes, type Dialect, type ForeignReader } from '../attributes.js';
import { children, is, type BpmnNode } from '../moddle.js';
import { CAMUNDA } from './namespaces.js';
import { parameters } from './camunda-mappings.js';
import { callMappings } from './camunda-calls.js';
import { camundaWork } from './camunda-work.js';
import { firstGroup, formKey, lengthIn } from './people.js';

export const camunda: Dialect = {
  name: 'camunda',
  read(node: BpmnNode, foreign: ForeignReader): Attributes {
    const attribute = (name: string) => foreign.attribute(node, CAMUNDA, name);
    if (is(node, 'UserTask')) return userTask(node, foreign, attribute);
    if (is(node, 'CallActivity')) return callActivity(node, foreign, attribute);
    if (is(node, 'MultiInstanceLoopCharacteristics')) return repeated(node, foreign, attribute);
    if (is(node, 'EventDefinition')) return caught(attribute);
    if (is(node, 'Activity')) return camundaWork(node, foreign, attribute);
    return {};
  },
};

type Attribute = (name: string) => string | undefined;

function userTask(node: BpmnNode, foreign: ForeignReader, attribute: Attribute): Attributes {
  return {
    form: formKey(attribute('formKey') ?? attribute('formRef')),
    role: isInitiator(attribute('assignee'), node, foreign)
      ? 'applicant'
      : firstGroup(attribute('candidateGroups')),
    limit: lengthIn(attribute('dueDate')),
    ...parameters(node, foreign),
  };
}

/** Whether a task is assigned to whoever started the case: its applicant. */
export function isInitiator(
  assignee: string | undefined,
  node: BpmnNode,
  foreign: ForeignReader,
): boolean {
  const variable = /^[$#]\{\s*(\w+)\s*\}$/.exec(assignee ?? '')?.[1];
  if (variable === undefined) return false;
  let process: BpmnNode | undefined = node;
  while (process && !is(process, 'Process')) process = process.$parent;
  return process !== undefined && initiatorsOf(process, foreign).has(variable);
}

const initiators = new WeakMap<BpmnNode, Set<string | undefined>>();

/** Variables that a process's start events keep their starter under; found once for all its tasks. */
function initiatorsOf(process: BpmnNode, foreign: ForeignReader): Set<string | undefined> {
  const known =
    initiators.get(process) ??
    new Set(
      children(process, 'flowElements').map((start) =>
        foreign.attribute(start, CAMUNDA, 'initiator'),
      ),
    );
  initiators.set(process, known);
  return known;
}

function callActivity(node: BpmnNode, foreign: ForeignReader, attribute: Attribute): Attributes {
  const code = ['variableMappingClass', 'variableMappingDelegateExpression', 'caseRef'].filter(
    (name) => attribute(name) !== undefined,
  );
  const byId = attribute('calledElementType') === 'id';
  const mappings = callMappings(node, foreign);
  return {
    ...mappings,
    ...(attribute('inheritVariables') === 'true' && { passAll: true }),
    unsupported: [
      ...(mappings.unsupported ?? []),
      ...code.map((name) => ({
        attribute: name,
        text: attribute(name),
        advice:
          name === 'caseRef'
            ? '本平台没有 CMMN，请改为调用 BPMN 流程'
            : '请改用 in / out 逐个写明传入、传出的变量',
      })),
      ...(byId
        ? [
            {
              attribute: 'calledElementType',
              text: 'id',
              advice: '部署编号只在原平台有意义，请在 calledElement 写流程编号（key）',
            },
          ]
        : []),
    ],
  };
}

function repeated(node: BpmnNode, foreign: ForeignReader, attribute: Attribute): Attributes {
  const aggregation = foreign.extensions(node, CAMUNDA, 'variableAggregation')[0];
  const gathered = aggregation ? foreign.inside(aggregation, CAMUNDA, 'variable') : [];
  const entries = gathered.flatMap((variable) => {
    const source = own(variable, 'source');
    return source ? [`${JSON.stringify(own(variable, 'target') ?? source)}: ${source}`] : [];
  });
  return {
    collection: attribute('collection'),
    elementVariable: attribute('elementVariable'),
    ...(aggregation && {
      outputCollection: own(aggregation, 'target'),
      outputElement: `={${entries.join(', ')}}`,
    }),
  };
}

const caught = (attribute: Attribute): Attributes => ({
  codeVariable:
    attribute('errorCodeVariable') ??
    attribute('escalationCodeVariable') ??
    attribute('errorVariableName'),
  messageVariable: attribute('errorMessageVariable'),
});
