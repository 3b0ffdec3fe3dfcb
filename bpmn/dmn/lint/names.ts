/** Which names a decision reads, and which it may. */
import { isBuiltin, variablesOf, variablesOfTests } from '../../feel/index.js';
import type {
  Decision,
  DecisionModel,
  DecisionTable,
  Invocation,
  KnowledgeModel,
} from '../model.js';
import { namesOf } from '../names.js';
import { expressionsIn } from './rule.js';

/** Names read by logic, in the tests and outputs of tables apart from their inputs. */
export function namesRead(
  { logic }: Pick<Decision | KnowledgeModel, 'logic'>,
  model: DecisionModel,
): { inputs: Set<string>; cells: Set<string>; others: Set<string> } {
  const known = knownNames(model);
  const read = { inputs: new Set<string>(), cells: new Set<string>(), others: new Set<string>() };
  const add = (into: Set<string>, names: string[]) => names.forEach((name) => into.add(name));
  for (const each of expressionsIn(logic)) {
    if (each.kind === 'literal') add(read.others, variablesOf(each.feel, known));
    if (each.kind === 'invocation') add(read.others, calledBy(each, known));
    if (each.kind === 'table') {
      for (const { feel } of each.inputs) add(read.inputs, variablesOf(feel, known));
      add(read.cells, cellsOf(each, known));
    }
  }
  return read;
}

function cellsOf(table: DecisionTable, known: string[]): string[] {
  const outputs = [
    ...table.rules.flatMap((rule) => rule.outputs),
    ...table.outputs.map((output) => output.default ?? ''),
  ].filter((text) => text !== '');
  return [
    ...table.rules.flatMap((rule) => rule.tests.flatMap((test) => variablesOfTests(test, known))),
    ...outputs.flatMap((text) => variablesOf(text, known)),
  ];
}

/** What is called, unless it is a function of FEEL's own. */
const calledBy = ({ called }: Invocation, known: string[]): string[] =>
  isBuiltin(called) ? [] : variablesOf(called, known);

/** Names the file gives anywhere: inputs, decisions, functions. */
export const knownNames = (model: DecisionModel): string[] => [
  ...Object.values(model.inputs).flatMap(namesOf),
  ...Object.values(model.decisions).flatMap((decision) => [decision.id, ...namesOf(decision)]),
  ...Object.values(model.knowledge).flatMap(namesOf),
];

/** Names bound inside the logic itself. */
export function namesBound({ logic }: Pick<Decision | KnowledgeModel, 'logic'>): Set<string> {
  return new Set(
    expressionsIn(logic).flatMap((each) => {
      if (each.kind === 'context') return each.entries.map(({ name }) => name);
      if (each.kind === 'iterator') return [each.variable, 'partial'];
      if (each.kind === 'filter') return ['item'];
      return each.kind === 'function' ? each.parameters.map(({ name }) => name) : [];
    }),
  );
}

/** Names a decision gets from what it requires. */
export function namesRequired(
  of: Pick<Decision, 'knowledge'> & Partial<Pick<Decision, 'inputs' | 'decisions'>>,
  model: DecisionModel,
): Set<string> {
  return new Set([
    ...(of.inputs ?? []).flatMap((id) => namesOf(model.inputs[id]!)),
    ...(of.decisions ?? []).flatMap((id) => [id, ...namesOf(model.decisions[id]!)]),
    ...of.knowledge.flatMap((id) => namesOf(model.knowledge[id]!)),
  ]);
}
