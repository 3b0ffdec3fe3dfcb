/** FEEL's own kinds of values: telling them apart, and reading them from JSON. */
import {
  duration,
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelFunction,
  FeelTime,
  isFunction,
  isRange,
  parseDate,
  parseDateTime,
  parseTime,
} from 'feelin';

export type Kind =
  | 'null'
  | 'number'
  | 'string'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'list'
  | 'range'
  | 'function'
  | 'context';

export function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof FeelDuration)
    return value.yearsMonths ? 'years and months duration' : 'days and time duration';
  if (Array.isArray(value)) return 'list';
  if (isRange(value)) return 'range';
  return typeof value === 'function' || isFunction(value) ? 'function' : 'context';
}

const readers: Partial<Record<Kind, (text: string) => unknown>> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  'days and time duration': readDuration,
  'years and months duration': readDuration,
};

/**
 * The value as JSON carries it (ISO 8601 text), as a value of this kind.
 * @returns undefined when the text is none
 */
export function readAs(kind: Kind, text: string): unknown {
  const value = reads(() => readers[kind]?.(text));
  return kindOf(value) === kind ? value : undefined;
}

function readDuration(text: string): unknown {
  return duration(text);
}

function reads(reading: () => unknown): unknown {
  try {
    return reading();
  } catch {
    return undefined;
  }
}

/** A function that FEEL can call by position or by the names of its parameters. */
export const feelFunction = (
  body: (...values: unknown[]) => unknown,
  parameters: string[],
): unknown => new FeelFunction(body, parameters);

/**
 * Calls a value that is a function with arguments by the names of its parameters.
 * @returns undefined when it is no function, or has no such parameter
 */
export function callNamed(
  value: unknown,
  values: Readonly<Record<string, unknown>>,
): { value: unknown } | undefined {
  if (!(value instanceof FeelFunction)) return undefined;
  const { parameterNames } = value;
  if (!Object.keys(values).every((name) => parameterNames.includes(name))) return undefined;
  return { value: value.invoke(parameterNames.map((name) => values[name] ?? null)) as unknown };
}
