import { variablesOf } from '../../feel/index.js';
import type {
  Element,
  EventDefinition,
  Expression,
  ProcessModel,
  Scope,
} from '../../model/process.js';
import type { Rule } from '../rule.js';

/** What every case has from its start, and what repeated activities and complex gateways count. */
const GIVEN = [
  ...['caseNumber', 'item', 'region', 'applicantKind', 'form', 'children', 'ways'],
  'loopCounter',
  ...['nrOfInstances', 'nrOfCompletedInstances', 'nrOfActiveInstances'],
  ...['numberOfInstances', 'numberOfCompletedInstances', 'numberOfActiveInstances'],
  ...['numberOfTerminatedInstances', 'activationCount', 'waitingForStart'],
];

/** Properties of the model whose text is the name of a variable that is written. */
const WRITTEN = new Set([
  'id',
  'target',
  'resultVariable',
  'outputCollection',
  'codeVariable',
  'messageVariable',
]);

/** A condition on a variable that nobody writes is never true, or fails. */
export const conditionUnknownVariable: Rule = {
  name: 'condition-unknown-variable',
  severity: 'warning',
  check(scope, report, _model, { models, declared }) {
    const written = models.map(writtenIn);
    if (written.includes('any')) return;
    const known = new Set([...declared, ...written.flatMap((names) => [...names])]);
    for (const { id, condition } of conditionsIn(scope)) {
      const unknown = variablesOf(condition.feel, [...known]).filter((name) => !known.has(name));
      if (unknown.length > 0)
        report(
          id,
          `条件用到的变量 ${unknown.join('、')} 在流程中没有哪里写入；请核对名称（任务的结论写作 任务编号.outcome，申请表写作 form.字段），或加上写入它的环节；由调用它的流程带来的，请在流程的 ioSpecification 中写明 dataInput。`,
        );
    }
  },
};

interface Condition {
  /** The flow or element it stands on. */
  id: string;
  condition: Expression;
}

/** Conditions of flows, loops, activations, completions and conditional events. */
function conditionsIn({ flows, elements }: Scope): Condition[] {
  const of = (id: string, condition?: Expression): Condition[] =>
    condition ? [{ id, condition }] : [];
  return [
    ...flows.flatMap(({ id, condition }) => of(id, condition)),
    ...Object.values(elements).flatMap((element) =>
      conditionsOn(element).flatMap((condition) => of(element.id, condition)),
    ),
  ];
}

const conditionsOn = (element: Element): (Expression | undefined)[] => [
  ...('multiInstance' in element ? [element.multiInstance?.completionCondition] : []),
  ...('loop' in element ? [element.loop?.condition] : []),
  ...('completionCondition' in element ? [element.completionCondition] : []),
  ...('activation' in element ? [element.activation] : []),
  // that of an event sub-process stands on its start event, too
  ...('definition' in element && element.type !== 'eventSubProcess'
    ? awaited(element.definition)
    : []),
];

function awaited(definition: EventDefinition | undefined): Expression[] {
  const parts = definition?.type === 'multiple' ? definition.parts : [definition];
  return parts.flatMap((part) => (part?.type === 'conditional' ? part.condition : []));
}

/** Names of all variables the process writes; `any` where events bring whatever they carry. */
function writtenIn(model: ProcessModel): Set<string> | 'any' {
  const names = new Set(GIVEN);
  let any = false;
  const walk = (value: unknown, within: string): void => {
    if (Array.isArray(value)) return value.forEach((one) => walk(one, within));
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'string') {
        if (WRITTEN.has(name)) names.add(inner);
        if (name === 'element' && within === 'multiInstance') names.add(inner);
        if (name === 'type' && ['message', 'signal', 'receiveTask'].includes(inner)) any = true;
      }
      walk(inner, name);
    }
  };
  walk(model.body, '');
  return any ? 'any' : names;
}
