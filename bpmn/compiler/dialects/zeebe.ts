/**
 * Camunda 8 (Zeebe): extension elements whose texts are FEEL where they start with `=`.
 * What is not read here is listed by `import/zeebe.ts`.
 */
import {
  own,
  type Attributes,
  type Dialect,
  type ForeignReader,
  type MappingText,
} from '../attributes.js';
import { adapterFor } from '../foreign-work.js';
import { is, type BpmnNode } from '../moddle.js';
import { ZEEBE } from './namespaces.js';
import { firstGroup, formKey, lengthIn } from './people.js';

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
    const outputs = mapping && mappings(foreign.inside(mapping, ZEEBE, 'output'));
    /** What comes with an event is only kept as a whole where nothing is said of it. */
    const returnsAll = () => {
      if (is(node, 'CatchEvent')) return outputs && outputs.length > 0 ? false : undefined;
      const all = !first('calledElement') || propagates('propagateAllChildVariables');
      return all ? undefined : false;
    };
    const key = attribute('subscription', 'correlationKey');
    const job = is(node, 'UserTask') ? undefined : attribute('taskDefinition', 'type');
    return {
      adapter: job && adapterFor({ kind: 'type', name: job }),
      form: formKey(
        attribute('formDefinition', 'formId') ?? attribute('formDefinition', 'formKey'),
      ),
      role: firstGroup(attribute('assignmentDefinition', 'candidateGroups')),
      limit: lengthIn(attribute('taskSchedule', 'dueDate')),
      calledElement: attribute('calledElement', 'processId'),
      // all variables are passed and returned unless the diagram says otherwise
      passAll: first('calledElement') && propagates('propagateAllParentVariables'),
      returnAll: returnsAll(),
      decision: attribute('calledDecision', 'decisionId'),
      script: attribute('script', 'expression'),
      resultVariable:
        attribute('script', 'resultVariable') ?? attribute('calledDecision', 'resultVariable'),
      collection: attribute('loopCharacteristics', 'inputCollection'),
      elementVariable: attribute('loopCharacteristics', 'inputElement'),
      outputCollection: attribute('loopCharacteristics', 'outputCollection'),
      outputElement: attribute('loopCharacteristics', 'outputElement'),
      firstCounter: first('loopCharacteristics') && 1,
      active: attribute('adHoc', 'activeElementsCollection'),
      key: key && `=${feelOf(key)}`,
      inputs: mapping && mappings(foreign.inside(mapping, ZEEBE, 'input')),
      outputs,
      localResults: is(node, 'Task') && outputs !== undefined && outputs.length > 0,
    };
  },
};

/** FEEL only where it starts with `=`: what else stands there is a text, whatever it looks like. */
const feelOf = (source: string): string =>
  source.startsWith('=') ? source.slice(1).trim() : JSON.stringify(source);

/** Without a prototype: whatever a target is called, it is only a name. */
interface Branch {
  [name: string]: string | Branch;
}
const emptyBranch = (): Branch => Object.create(null) as Branch;

/** A target `a.b` is the entry `b` of a context `a`; what goes to one context is gathered. */
function mappings(nodes: readonly BpmnNode[]): MappingText[] {
  const targets = emptyBranch();
  const incomplete: MappingText[] = [];
  for (const node of nodes) {
    const [target, source] = [own(node, 'target'), own(node, 'source')];
    if (target === undefined || source === undefined) incomplete.push({ target: '', source: '' });
    else place(targets, target.split('.'), feelOf(source));
  }
  const complete = Object.entries(targets).map(([target, branch]) => ({
    target,
    source: `=${written(branch)}`,
  }));
  return [...incomplete, ...complete];
}

function place(branch: Branch, [name = '', ...rest]: string[], feel: string): void {
  if (rest.length === 0) {
    branch[name] = feel;
    return;
  }
  const known = branch[name];
  const inner = typeof known === 'object' ? known : emptyBranch();
  branch[name] = inner;
  place(inner, rest, feel);
}

const written = (branch: string | Branch): string =>
  typeof branch === 'string'
    ? branch
    : `{${Object.entries(branch)
        .map(([name, value]) => `${JSON.stringify(name)}: ${written(value)}`)
        .join(', ')}}`;
