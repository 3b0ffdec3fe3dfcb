/** Tests that stand in a DMN file, so that each version has its own, and what differs when they are run. */
import type { DmnNode } from 'dmn-moddle';
import type { Finding } from '../compiler/findings.js';
import { children, text } from '../compiler/moddle.js';
import { evaluateDecision, type DecisionResult } from './evaluate/evaluate.js';
import type { DecisionModel } from './model.js';

export interface KeptCase {
  name: string;
  /** A `DecisionCase` as JSON. */
  script: string;
}

/** What is decided of which variables, and what comes of it. */
export interface DecisionCase {
  decision: string;
  variables: Record<string, unknown>;
  /** Instant at which it is decided, ISO 8601: `today()` is of it. */
  at: string;
  value?: unknown;
  /** Code of the failure in place of a value. */
  failure?: string;
  /** Numbers of the rules that hit, from 1; of a decision table. */
  matched?: number[];
}

const NAMESPACE = 'urn:onestop:bpmn:1';

/** In the order of the file. */
export function keptCases(definitions: DmnNode): KeptCase[] {
  const extensions = definitions.get('extensionElements') as DmnNode | undefined;
  const within = extensions ? children(extensions, 'values') : [];
  return within.filter(isTest).map((test) => ({
    name: text(test, 'name') ?? '',
    script: String((test as unknown as { $body?: string }).$body ?? ''),
  }));
}

const isTest = ({ $type, $descriptor }: DmnNode & { $descriptor?: { ns?: { uri?: string } } }) =>
  /:test$/.test($type) && $descriptor?.ns?.uri === NAMESPACE;

/** What a decision came to, as a case expects it. */
export function caseOf(
  asked: Pick<DecisionCase, 'decision' | 'variables' | 'at'>,
  result: Pick<DecisionResult, 'trace'> &
    ({ ok: true; value: unknown } | { ok: false; failure: { code: string } }),
): DecisionCase {
  const matched = result.trace.find(({ decision }) => decision === asked.decision)?.matched;
  return {
    ...asked,
    ...(result.ok ? { value: result.value } : { failure: result.failure.code }),
    ...(matched && { matched }),
  };
}

/** One error for each test that does not hold, of the row where it differs where that is known. */
export const caseFindings = (model: DecisionModel, tests: readonly KeptCase[]): Finding[] =>
  tests.flatMap((test) => {
    const read = readCase(test);
    const said = read ? differenceOf(model, read) : { message: '不能读取' };
    if (!said) return [];
    return [
      {
        severity: 'error' as const,
        rule: read ? 'test-differs' : 'test-unusable',
        ...(said.element !== undefined && { element: said.element }),
        message: `测试“${test.name}”${said.message}。请改正决策，或重新试算后改存这个测试。`,
        text: test.name,
      },
    ];
  });

/** Undefined for what is no case. */
export function readCase({ script }: KeptCase): DecisionCase | undefined {
  try {
    const read = JSON.parse(script) as DecisionCase | null;
    const { decision, variables, at } = read ?? {};
    const usable =
      typeof decision === 'string' &&
      typeof variables === 'object' &&
      variables !== null &&
      !Number.isNaN(Date.parse(at ?? ''));
    return usable ? read! : undefined;
  } catch {
    return undefined;
  }
}

function differenceOf(
  model: DecisionModel,
  expected: DecisionCase,
): { element?: string; message: string } | undefined {
  const { decision, variables, at } = expected;
  if (!Object.hasOwn(model.decisions, decision))
    return { message: `所测的决策 ${decision} 已不在文件里` };
  const result = evaluateDecision(model, decision, variables, Date.parse(at), { traced: true });
  const actual = caseOf({ decision, variables, at }, result);
  const outcome = ({ value, failure }: DecisionCase) =>
    failure === undefined ? (JSON.stringify(value) ?? 'null') : `不能得出（${failure}）`;
  const same =
    outcome(expected) === outcome(actual) &&
    (expected.matched === undefined || String(expected.matched) === String(actual.matched ?? []));
  if (same) return undefined;
  const rows = ({ matched }: DecisionCase) =>
    matched === undefined ? '' : `，命中第 ${matched.join('、') || '（无）'} 条规则`;
  return {
    element: rowOf(model, expected, actual) ?? decision,
    message: `应为 ${outcome(expected)}${rows(expected)}，实际为 ${outcome(actual)}${rows(actual)}`,
  };
}

/** The row that hits and should not, or should and does not, or hits and says something else. */
function rowOf(
  model: DecisionModel,
  expected: DecisionCase,
  { matched: now = [] }: DecisionCase,
): string | undefined {
  const logic = model.decisions[expected.decision]?.logic;
  if (logic?.kind !== 'table') return undefined;
  const before = expected.matched ?? [];
  const row =
    now.find((one) => !before.includes(one)) ?? before.find((one) => !now.includes(one)) ?? now[0];
  return row === undefined ? undefined : logic.rules[row - 1]?.id;
}
