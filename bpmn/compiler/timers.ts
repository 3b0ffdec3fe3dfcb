/** Lengths of time and instants as they are written in a diagram. */
import type { TimerDefinition } from '../model/process.js';
import {
  PROBLEMS,
  problemOf,
  readCycle,
  readInstant,
  readLength,
  type CycleProblem,
} from '../time/index.js';
import type { ExpressionReader } from './expressions.js';
import { isExpression } from './expressions.js';
import type { Findings } from './findings.js';
import { child, text, type BpmnNode } from './moddle.js';

/** `5wd` (working days) or ISO 8601 `P5D`, `PT1H`. */
export const isLength = (value: string): boolean => readLength(value) !== undefined;

type Problem = CycleProblem | undefined;

/** What is wrong with a time of each kind; undefined when it can be carried out. */
const kinds = [
  {
    property: 'timeDuration',
    kind: 'duration',
    problem: (value: string): Problem => (isLength(value) ? undefined : 'unreadable'),
  },
  {
    property: 'timeDate',
    kind: 'date',
    problem(value: string): Problem {
      const instant = readInstant(value);
      return 'problem' in instant ? instant.problem : undefined;
    },
  },
  {
    property: 'timeCycle',
    kind: 'cycle',
    problem(value: string): Problem {
      const cycle = readCycle(value);
      return cycle ? problemOf(cycle) : 'unreadable';
    },
  },
] as const;

/** Reads a timer event definition; undefined, with a finding, when it says no usable time. */
export function readTimer(
  definition: BpmnNode,
  element: string,
  expressions: ExpressionReader,
  findings: Findings,
): TimerDefinition | undefined {
  for (const { property, kind, problem } of kinds) {
    const node = child(definition, property);
    const body = node && text(node, 'body');
    if (body === undefined) continue;
    const wrong = problem(body);
    if (!wrong) return { kind, value: { value: body } };
    if (isExpression(body)) {
      const value = expressions.text(body, element);
      return value && { kind, value };
    }
    const feel = wrong === 'unreadable' ? '，或以“=”开头的 FEEL' : '';
    findings.error('timer-invalid', element, `定时“${body}”${PROBLEMS[wrong]}${feel}。`);
    return undefined;
  }
  findings.error('timer-invalid', element, '定时事件没有写明时长、时刻或循环，请补上。');
  return undefined;
}
