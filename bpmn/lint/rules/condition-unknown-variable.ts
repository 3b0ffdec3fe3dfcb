import { variablesOf } from '../../feel/index.js';
import type { ProcessModel } from '../../model/process.js';
import type { Rule } from '../rule.js';

/** What every case has from its start, and every instance of a repeated activity. */
const GIVEN = [
  'caseNumber',
  'item',
  'region',
  'applicantKind',
  'form',
  'children',
  'ways',
  'loopCounter',
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
    for (const { id, condition } of scope.flows) {
      if (!condition) continue;
      const unknown = variablesOf(condition.feel, [...known]).filter((name) => !known.has(name));
      if (unknown.length > 0)
        report(
          id,
          `条件用到的变量 ${unknown.join('、')} 在流程中没有哪里写入；请核对名称（任务的结论写作 任务编号.outcome，申请表写作 form.字段），或加上写入它的环节；由调用它的流程带来的，请在流程的 ioSpecification 中写明 dataInput。`,
        );
    }
  },
};

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
