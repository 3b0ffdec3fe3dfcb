/** Lengths of time and instants as they are written in a diagram. */
import type { TimerDefinition } from '../model/process.js';
import type { ExpressionReader } from './expressions.js';
import { isExpression } from './expressions.js';
import type { Findings } from './findings.js';
import { child, text, type BpmnNode } from './moddle.js';

const ISO_DURATION =
  /^-?P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;
const WORKING_DAYS = /^\d+wd$/;
const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** `5wd` (working days) or ISO 8601 `P5D`, `PT1H`. */
export const isLength = (value: string): boolean =>
  WORKING_DAYS.test(value) || ISO_DURATION.test(value);

/** `R3/PT1H`, `R/5wd`, `R3/2026-01-01T08:00:00Z/P1D`. */
function isCycle(value: string): boolean {
  const parts = value.split('/');
  const [repeats = '', ...rest] = parts;
  const length = rest.at(-1) ?? '';
  const start = rest.length === 2 ? rest[0] : undefined;
  return (
    /^R\d*$/.test(repeats) &&
    (rest.length === 1 || rest.length === 2) &&
    isLength(length) &&
    (start === undefined || INSTANT.test(start))
  );
}

const kinds = [
  { property: 'timeDuration', kind: 'duration', valid: isLength },
  { property: 'timeDate', kind: 'date', valid: (value: string) => INSTANT.test(value) },
  { property: 'timeCycle', kind: 'cycle', valid: isCycle },
] as const;

/** Reads a timer event definition; undefined, with a finding, when it says no usable time. */
export function readTimer(
  definition: BpmnNode,
  element: string,
  expressions: ExpressionReader,
  findings: Findings,
): TimerDefinition | undefined {
  for (const { property, kind, valid } of kinds) {
    const node = child(definition, property);
    const body = node && text(node, 'body');
    if (body === undefined) continue;
    if (valid(body)) return { kind, value: { value: body } };
    if (isExpression(body)) {
      const value = expressions.text(body, element);
      return value && { kind, value };
    }
    findings.error(
      'timer-invalid',
      element,
      `定时“${body}”不可识别：时长写 5wd（工作日）或 ISO 8601（P5D、PT1H），时刻写 2026-01-01T08:00:00+08:00，循环写 R3/PT1H，或以“=”开头的 FEEL。`,
    );
    return undefined;
  }
  findings.error('timer-invalid', element, '定时事件没有写明时长、时刻或循环，请补上。');
  return undefined;
}
