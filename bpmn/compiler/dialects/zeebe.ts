/** Camunda 8 (Zeebe): extension elements whose texts are FEEL where they start with `=`. */
import {
  own,
  type Attributes,
  type Dialect,
  type ForeignReader,
  type MappingText,
} from '../attributes.js';
import { is, type BpmnNode } from '../moddle.js';

const ZEEBE = ['http://camunda.org/schema/zeebe/1.0'];

export const zeebe: Dialect = {
  name: 'zeebe',
  read(node: BpmnNode, foreign: ForeignReader): Attributes {
    const first = (name: string) => foreign.extensions(node, ZEEBE, name)[0];
    const attribute = (name: string, from: string) => {
      const extension = first(name);
      return extension && own(extension, from);
    };
    const propagates = (what: string) => attribute('calledElement', what) !== 'false';
    const mapping = first('ioMapping');
    return {
      adapter: is(node, 'UserTask') ? undefined : attribute('taskDefinition', 'type'),
      form: attribute('formDefinition', 'formId') ?? attribute('formDefinition', 'formKey'),
      role: attribute('assignmentDefinition', 'candidateGroups'),
      calledElement: attribute('calledElement', 'processId'),
      // all variables are passed and returned unless the diagram says otherwise
      passAll: first('calledElement') && propagates('propagateAllParentVariables'),
      returnAll:
        first('calledElement') && (propagates('propagateAllChildVariables') ? undefined : false),
      script: attribute('script', 'expression'),
      resultVariable: attribute('script', 'resultVariable'),
      collection: attribute('loopCharacteristics', 'inputCollection'),
      elementVariable: attribute('loopCharacteristics', 'inputElement'),
      outputCollection: attribute('loopCharacteristics', 'outputCollection'),
      outputElement: attribute('loopCharacteristics', 'outputElement'),
      firstCounter: first('loopCharacteristics') && 1,
      key: attribute('subscription', 'correlationKey'),
      inputs: mapping && mappings(foreign.inside(mapping, ZEEBE, 'input')),
      outputs: mapping && mappings(foreign.inside(mapping, ZEEBE, 'output')),
      unsupported: first('calledDecision') ? ['DMN 决策（calledDecision）'] : undefined,
    };
  },
};

const mappings = (nodes: readonly BpmnNode[]): MappingText[] =>
  nodes.map((node) => ({ target: own(node, 'target') ?? '', source: own(node, 'source') ?? '' }));
