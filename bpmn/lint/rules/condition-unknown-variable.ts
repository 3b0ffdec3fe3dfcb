import { checkExpression, nearest } from '../../feel/index.js';
import type { CallActivity, ProcessModel } from '../../model/process.js';
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

/**
 * An expression that reads a variable which nobody writes gets null, or fails. What comes from outside
 * lands only where the diagram maps it, so that nothing else can bring it.
 */
export const conditionUnknownVariable: Rule = {
  name: 'condition-unknown-variable',
  severity: 'error',
  check(scope, report, _model, file) {
    const names = knownIn(file);
    if (!names) return;
    for (const { id, feel } of expressionsIn(scope)) {
      const unknown = unknownIn(feel, names).filter(
        ({ name }) => slipOf(name, names) === undefined,
      );
      const [first] = unknown;
      if (!first) continue;
      const all = [...new Set(unknown.map(({ name }) => name))].join('、');
      report(
        id,
        `“${feel}”${first.place}用到的变量 ${all} 在流程中没有哪里写入；请核对名称（任务的结论写作 任务编号.outcome，申请表写作 form.字段），或加上写入它的环节；由消息或信号带来的，请在该事件的输出中写明；由调用它的流程带来的，请在流程的 ioSpecification 中写明 dataInput。`,
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
      for (const { name, message } of unknownIn(feel, names))
        if (slipOf(name, names))
          report(id, `表达式“${feel}”${message}。请改正表达式，或写入这个变量。`);
    }
  },
};

interface Names {
  known: Set<string>;
  /** Those that this file's author has named; each long enough to be recognised. */
  written: Set<string>;
  /** By expression, once it was looked at. */
  checked: Map<string, Unknown[]>;
}

/** A variable nobody writes, where an expression reads it. */
interface Unknown {
  name: string;
  place: string;
  message: string;
}

/** The name that was meant; one that only goes on (`items`, `checked`) is likely meant as it is. */
function slipOf(name: string, { written }: Names): string | undefined {
  const near = nearest(name, written);
  return near && !near.startsWith(name) && !name.startsWith(near) ? near : undefined;
}

/** Undefined where a process of another file is called, and hands back whatever it has. */
const knownIn = once(({ models, declared }: File): Names | undefined => {
  const written = models.map((model) => writtenIn(model, models));
  if (written.includes('any')) return undefined;
  const known = new Set([...declared, ...written.flatMap((names) => [...names])]);
  const own = [...known].filter((name) => name.length > 3 && !GIVEN.includes(name));
  return { known, written: new Set(own), checked: new Map() };
});

/** Variables of an expression that nobody writes; both rules ask. */
function unknownIn(feel: string, { known, checked }: Names): readonly Unknown[] {
  const before = checked.get(feel);
  if (before) return before;
  const unknown = checkExpression(feel, { variables: known })
    .filter(({ code }) => code === 'variable-unknown')
    .map(({ from, to, message }) => ({
      name: feel.slice(from, to),
      place: `第 ${from + 1} 个字符处`,
      message,
    }));
  checked.set(feel, unknown);
  return unknown;
}

/** Names of all variables the process writes; `any` where a call hands back whatever it has. */
function writtenIn(model: ProcessModel, within: readonly ProcessModel[]): Set<string> | 'any' {
  const names = new Set(GIVEN);
  let any = false;
  const walk = (value: unknown, under: string): void => {
    if (Array.isArray(value)) return value.forEach((one) => walk(one, under));
    if (typeof value !== 'object' || value === null) return;
    if (handsBackAll(value, within)) any = true;
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'string') {
        if (WRITTEN.has(name)) names.add(inner);
        if (name === 'element' && under === 'multiInstance') names.add(inner);
      }
      walk(inner, name);
    }
  };
  walk(model.body, '');
  return any ? 'any' : names;
}

function handsBackAll(value: object, within: readonly ProcessModel[]): boolean {
  if (!('type' in value) || value.type !== 'callActivity') return false;
  const { calledElement, outputs, returnAll, separate } = value as CallActivity;
  if (separate || within.some(({ id }) => id === calledElement)) return false;
  return returnAll ?? outputs.length === 0;
}
