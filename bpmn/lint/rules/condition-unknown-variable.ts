import { checkExpression, type FeelFinding, nearest } from '../../feel/index.js';
import type { ProcessModel } from '../../model/process.js';
import { expressionsIn } from '../expressions.js';
import { once } from '../once.js';
import type { File, Rule } from '../rule.js';

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

/** An expression that reads a variable which nobody writes gets null, or fails. */
export const conditionUnknownVariable: Rule = {
  name: 'condition-unknown-variable',
  severity: 'warning',
  check(scope, report, _model, file) {
    const names = knownIn(file);
    if (!names) return;
    for (const { id, feel } of expressionsIn(scope)) {
      const found = unknownIn(feel, names).map(({ from, to }) => feel.slice(from, to));
      const unknown = [...new Set(found)].filter((name) => slipOf(name, names) === undefined);
      if (unknown.length > 0)
        report(
          id,
          `“${feel}”用到的变量 ${unknown.join('、')} 在流程中没有哪里写入；请核对名称（任务的结论写作 任务编号.outcome，申请表写作 form.字段），或加上写入它的环节；由调用它的流程带来的，请在流程的 ioSpecification 中写明 dataInput。`,
        );
    }
  },
};

/** A name that is written nowhere, but nearly: somebody slipped. */
export const variableMisspelt: Rule = {
  name: 'variable-misspelt',
  severity: 'error',
  check(scope, report, _model, file) {
    const names = knownIn(file);
    if (!names) return;
    for (const { id, feel } of expressionsIn(scope)) {
      for (const { message, from, to } of unknownIn(feel, names)) {
        if (slipOf(feel.slice(from, to), names))
          report(id, `表达式“${feel}”${message}。请改正表达式，或写入这个变量。`);
      }
    }
  },
};

interface Names {
  known: Set<string>;
  /** Those that this file's author has named; each long enough to be recognised. */
  written: Set<string>;
  /** By expression, once it was looked at. */
  checked: Map<string, FeelFinding[]>;
}

/** The name that was meant; one that only goes on (`items`, `checked`) is likely meant as it is. */
function slipOf(name: string, { written }: Names): string | undefined {
  const near = nearest(name, written);
  return near && !near.startsWith(name) && !name.startsWith(near) ? near : undefined;
}

/** Undefined where events bring whatever they carry. */
const knownIn = once(({ models, declared }: File): Names | undefined => {
  const written = models.map(writtenIn);
  if (written.includes('any')) return undefined;
  const known = new Set([...declared, ...written.flatMap((names) => [...names])]);
  const own = [...known].filter((name) => name.length > 3 && !GIVEN.includes(name));
  return { known, written: new Set(own), checked: new Map() };
});

/** Variables of an expression that nobody writes; both rules ask. */
function unknownIn(feel: string, { known, checked }: Names): readonly FeelFinding[] {
  const before = checked.get(feel);
  if (before) return before;
  const found = checkExpression(feel, { variables: known });
  const unknown = found.filter(({ code }) => code === 'variable-unknown');
  checked.set(feel, unknown);
  return unknown;
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
