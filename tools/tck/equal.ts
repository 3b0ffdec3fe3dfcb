/** Whether what was decided is what the kit expects; both as plain JSON. */
import type { PlainValue } from '../../bpmn/feel/index.js';

/** The kit writes some results with fewer digits than decimal128 has. */
const TOLERANCE = 1e-8;

export function equals(actual: PlainValue, expected: PlainValue): boolean {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return Math.abs(actual - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return (
      actual.length === expected.length && actual.every((each, at) => equals(each, expected[at]!))
    );
  }
  if (isObject(actual) && isObject(expected)) {
    const keys = Object.keys(expected);
    return (
      keys.length === Object.keys(actual).length &&
      keys.every((key) => Object.hasOwn(actual, key) && equals(actual[key]!, expected[key]!))
    );
  }
  return actual === expected;
}

const isObject = (value: PlainValue): value is { [key: string]: PlainValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
