/** Numbers of people as lists and pages show them: enough to tell two apart, too little to use. */
import { isIdNumber } from '../../bpmn/forms/index.js';

/** Digits that stand alone: ID numbers, mobile telephones, bank cards (62…). */
const NUMBER = /(?<![0-9A-Za-z])(?:[1-8]\d{16}[\dXx]|1[3-9]\d{9}|62\d{14,17})(?![0-9A-Za-z])/g;

function maskedNumber(digits: string): string {
  if (digits.length === 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  if (isIdNumber(digits.toUpperCase())) return `${digits.slice(0, 6)}********${digits.slice(-4)}`;
  return digits.startsWith('62') ? `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}` : digits;
}

/** The value with every such number in its texts masked, however deep; all else as it was. */
export function masked<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replace(NUMBER, maskedNumber) as Value;
  if (Array.isArray(value)) return value.map((each: unknown) => masked(each)) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, masked<unknown>(each)]);
  return Object.fromEntries(entries) as Value;
}
