import { isFunction } from 'feelin';

/** A value that survives JSON unchanged. */
export type PlainValue =
  null | boolean | number | string | PlainValue[] | { [key: string]: PlainValue };

/**
 * Turns a FEEL value into plain JSON: dates, times and durations become their ISO text,
 * functions and what is not a number become null.
 */
export function plain(value: unknown): PlainValue {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'boolean':
    case 'string':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'object':
      return plainObject(value);
    default:
      return null;
  }
}

function plainObject(value: object): PlainValue {
  if (isFunction(value)) return null;
  if (Array.isArray(value)) return value.map(plain);
  if ('toJSON' in value && typeof value.toJSON === 'function') return plain(value.toJSON());
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}
