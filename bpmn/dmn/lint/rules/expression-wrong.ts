import { checkExpression, checkTests, type FeelFinding } from '../../../feel/index.js';
import type { DecisionModel, Expression } from '../../model.js';
import { knownNames, namesBound } from '../names.js';
import { expressionsIn, ownersOf, type Owner, type Rule } from '../rule.js';

/** A function that is not there, or is called wrongly, makes null where it stands. */
export const expressionWrong: Rule = {
  name: 'expression-wrong',
  severity: 'error',
  check(model, report) {
    for (const owner of ownersOf(model)) {
      const functions = [...knownNames(model), ...imports(model), ...namesBound(owner)];
      for (const { element, feel, findings } of placesIn(owner, functions)) {
        for (const { code, message } of findings) {
          if (code !== 'unreadable') {
            report(element, `“${owner.name}”的表达式“${feel}”${message}。请改正表达式。`);
          }
        }
      }
    }
  },
};

interface Checked {
  element: string;
  feel: string;
  findings: FeelFinding[];
}

/** Names of imports, whose functions are called by a path. */
const imports = ({ services = {} }: DecisionModel): string[] =>
  Object.values(services).map(({ name }) => name);

function placesIn(owner: Owner, functions: string[]): Checked[] {
  const expression = (element: string, feel: string): Checked[] =>
    feel === '' ? [] : [{ element, feel, findings: checkExpression(feel, { functions }) }];
  const tests = (element: string, feel: string): Checked[] => [
    { element, feel, findings: checkTests(feel, { functions }) },
  ];
  return expressionsIn(owner.logic).flatMap((part: Expression): Checked[] => {
    if (part.kind === 'literal') return expression(owner.id, part.feel);
    if (part.kind === 'invocation') return expression(owner.id, part.called);
    if (part.kind !== 'table') return [];
    return [
      ...part.inputs.flatMap(({ id = owner.id, feel, allowed = [] }) => [
        ...expression(id, feel),
        ...allowed.flatMap((test) => tests(id, test)),
      ]),
      ...part.outputs.flatMap(({ id = owner.id, default: otherwise = '', allowed = [] }) => [
        ...expression(id, otherwise),
        ...allowed.flatMap((test) => tests(id, test)),
      ]),
      ...part.rules.flatMap(({ id = owner.id, tests: cells, outputs }) => [
        ...cells.flatMap((cell) => tests(id, cell)),
        ...outputs.flatMap((output) => expression(id, output)),
      ]),
    ];
  });
}
