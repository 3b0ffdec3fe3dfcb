/**
 * What passes the door to PostgreSQL: every ID number that goes in is sealed, and all that is sealed is
 * opened as it comes out, so that no statement can write one in clear, and none has to open what it reads.
 */
import pg from 'pg';
import { open, replaceIdNumbers, sealAlike, type SealingKeys } from '../sealing/index.js';

/**
 * A statement's parameters as they go to the server.
 * @throws Error when an ID number would go in and there is no key to seal it
 */
export function outgoing(values: readonly unknown[], keys: SealingKeys | undefined): unknown[] {
  const byKey = (number: string): string => {
    if (!keys) throw new Error('an ID number is written to the database without PAYLOAD_KEYS');
    return sealAlike(keys, number);
  };
  const sealed = (value: unknown): unknown => {
    if (typeof value === 'string') return replaceIdNumbers(value, byKey);
    if (Array.isArray(value)) return value.map(sealed);
    return isPlain(value) ? replaceIdNumbers(JSON.stringify(value), byKey) : value;
  };
  return values.map(sealed);
}

/** What the driver would write as JSON: neither a date, nor bytes, nor what writes itself. */
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Date) &&
  !ArrayBuffer.isView(value) &&
  !('toPostgres' in value);

type Parse = (text: string) => unknown;

const JSON_TYPES = new Set([114, 3802]);
const TEXT_TYPES = new Set([25, 1042, 1043]);
const ARRAY_TYPES = new Set([199, 1009, 1014, 1015, 3807]);

const asInJson = (plain: string): string => JSON.stringify(plain).slice(1, -1);

/** Opens each text of an array, however deep. */
function openedEach(keys: SealingKeys, value: unknown): unknown {
  if (typeof value === 'string') return open(keys, value);
  return Array.isArray(value) ? value.map((each) => openedEach(keys, each)) : value;
}

/** The driver's readers of values, with those of text and JSON opening what is sealed. */
export function openingTypes(keys: SealingKeys): pg.CustomTypesConfig {
  const getTypeParser = (oid: number, format?: 'text' | 'binary'): Parse => {
    const parse = pg.types.getTypeParser(oid, format as 'text') as Parse;
    if (format === 'binary') return parse;
    if (JSON_TYPES.has(oid)) return (text) => parse(open(keys, text, asInJson));
    if (TEXT_TYPES.has(oid)) return (text) => open(keys, text);
    if (ARRAY_TYPES.has(oid)) return (text) => openedEach(keys, parse(text));
    return parse;
  };
  return { getTypeParser: getTypeParser as pg.CustomTypesConfig['getTypeParser'] };
}
