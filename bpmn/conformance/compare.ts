import type { Json, Variables } from '../engine/index.js';
import type { ScriptRunner } from './script-runner.js';
import type { Expectation } from './script.js';

/** The parts of an expectation that do not hold, beside what there is; undefined when all hold. */
export function differences(
  runner: ScriptRunner,
  expected: Expectation,
): { expected: Expectation; actual: Record<string, unknown> } | undefined {
  const actual = actualOf(runner, expected);
  const wrong = (Object.keys(expected) as (keyof Expectation)[]).filter(
    (part) => !holds(part, expected, actual),
  );
  if (wrong.length === 0) return undefined;
  const pick = <T extends object>(from: T): T =>
    Object.fromEntries(
      Object.entries(from).filter(([key]) => wrong.includes(key as keyof Expectation)),
    ) as T;
  return { expected: pick(expected), actual: pick(actual) };
}

type Actual = Required<Expectation>;

function actualOf(runner: ScriptRunner, expected: Expectation): Actual {
  const { ended, variables } = runner.position;
  const pickVariables: Variables = {};
  for (const name of Object.keys(expected.variables ?? {})) {
    if (Object.hasOwn(variables, name)) pickVariables[name] = variables[name] as Json;
  }
  const counts = Object.keys(expected.counts ?? {}).map((id) => [id, runner.count(id)]);
  return {
    tasks: runner
      .waiting()
      .map(({ element }) => element)
      .sort(),
    ended,
    variables: pickVariables,
    counts: Object.fromEntries(counts) as Record<string, number>,
    incidents: runner.incidents.map(({ element, code }) => ({ element, code })),
  };
}

function holds(part: keyof Expectation, expected: Expectation, actual: Actual): boolean {
  if (part === 'tasks') return same([...(expected.tasks ?? [])].sort(), actual.tasks);
  if (part === 'incidents') return sameIncidents(expected.incidents ?? [], actual.incidents);
  return same(expected[part], actual[part]);
}

function sameIncidents(expected: Actual['incidents'], actual: Actual['incidents']): boolean {
  const left = [...actual];
  // those with a code choose first, so that one without cannot take theirs
  const byDetail = [...expected].sort(
    (a, b) => Number(a.code === undefined) - Number(b.code === undefined),
  );
  for (const { element, code } of byDetail) {
    const at = left.findIndex(
      (one) => one.element === element && (code === undefined || one.code === code),
    );
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length === 0;
}

/** Deep equality of JSON, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key as never], b[key as never]))
  );
}
