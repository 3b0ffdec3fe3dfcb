/** Camunda 7 and its kin (Activiti, Flowable): attributes whose expressions are JUEL. */
import {
  own,
  type Attributes,
  type Dialect,
  type ForeignReader,
  type MappingText,
} from '../attributes.js';
import { is, type BpmnNode } from '../moddle.js';

const CAMUNDA = [
  'http://camunda.org/schema/1.0/bpmn',
  'http://activiti.org/bpmn',
  'http://flowable.org/bpmn',
];

export const camunda: Dialect = {
  name: 'camunda',
  read(node: BpmnNode, foreign: ForeignReader): Attributes {
    const attribute = (name: string) => foreign.attribute(node, CAMUNDA, name);
    const code = ['class', 'delegateExpression', 'expression', 'decisionRef', 'resource'].filter(
      (name) => attribute(name) !== undefined,
    );
    return {
      adapter: attribute('topic'),
      form: attribute('formKey') ?? attribute('formRef'),
      role: attribute('candidateGroups'),
      resultVariable: attribute('resultVariable'),
      collection: attribute('collection'),
      elementVariable: attribute('elementVariable'),
      codeVariable: attribute('errorCodeVariable'),
      messageVariable: attribute('errorMessageVariable'),
      ...(is(node, 'CallActivity') ? callMappings(node, foreign) : parameters(node, foreign)),
      unsupported: code.map((name) => `由外部程序或决策执行的 ${name}`),
    };
  },
};

function parameters(node: BpmnNode, foreign: ForeignReader): Attributes {
  const holder = foreign.extensions(node, CAMUNDA, 'inputOutput')[0];
  if (!holder) return {};
  const read = (name: string): MappingText[] =>
    foreign.inside(holder, CAMUNDA, name).map((parameter) => ({
      target: own(parameter, 'name') ?? '',
      source: parameter.$body ?? '',
    }));
  return { inputs: read('inputParameter'), outputs: read('outputParameter') };
}

/** `in` and `out` of a call: single variables, or `variables="all"`. */
function callMappings(node: BpmnNode, foreign: ForeignReader): Attributes {
  const read = (name: string) => {
    const mappings = foreign.extensions(node, CAMUNDA, name);
    const all = mappings.some((mapping) => own(mapping, 'variables') === 'all');
    return { all: all || undefined, single: mappings.flatMap(callMapping) };
  };
  const [passed, returned] = [read('in'), read('out')];
  return {
    inputs: passed.single,
    outputs: returned.single,
    passAll: passed.all,
    returnAll: returned.all,
  };
}

function callMapping(mapping: BpmnNode): MappingText[] {
  const target = own(mapping, 'target');
  const variable = own(mapping, 'source');
  const source = own(mapping, 'sourceExpression') ?? (variable && `=${variable}`);
  return target && source ? [{ target, source }] : [];
}
