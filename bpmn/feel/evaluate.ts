import { evaluate as feelin, parseDate, parseDateTime } from 'feelin';
import { plain, type PlainValue } from './plain.js';

/** What came of an expression: a plain JSON value, or the reason why there is none. */
export type Evaluation =
  | { ok: true; value: PlainValue; /** why a part of it became null */ warnings: string[] }
  | { ok: false; message: string };

/**
 * China has kept one offset without summer time since 1991. Using the offset instead of the name
 * `Asia/Shanghai` keeps results independent of the time-zone data of the machine.
 */
const CHINA_OFFSET = '+08:00';
const CHINA_OFFSET_MS = 8 * 3_600_000;

/**
 * Evaluates a FEEL expression (without a leading `=`).
 * @param context variables by name; names may be Chinese and contain spaces
 * @param now the instant of the event in milliseconds since the epoch; `now()` and `today()` give it
 */
export function evaluate(
  expression: string,
  context: Record<string, unknown>,
  now: number,
): Evaluation {
  try {
    const { value, warnings } = feelin(expression, {
      ...context,
      ...timeFunctions(expression, now),
    });
    return { ok: true, value: plain(value), warnings: warnings.map(({ message }) => message) };
  } catch (error) {
    // feelin throws for what it cannot parse and for functions used against their contract
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Bound only where they are called, so that a variable may bear the name `now` or `today`. */
function timeFunctions(expression: string, now: number): Record<string, () => unknown> {
  const functions: Record<string, () => unknown> = {};
  const local = new Date(now + CHINA_OFFSET_MS).toISOString();
  if (/\bnow\s*\(/.test(expression)) {
    functions.now = () => parseDateTime(`${local.slice(0, -1)}${CHINA_OFFSET}`);
  }
  if (/\btoday\s*\(/.test(expression)) {
    functions.today = () => parseDate(local.slice(0, 10));
  }
  return functions;
}
