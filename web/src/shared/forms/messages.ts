/** Chinese (and English) sentences for what a JSON Schema refuses, from the schema's own limits. */
import type { OutputUnit, Schema } from '@cfworker/json-schema';
import { i18n } from '../i18n.js';

/** Keywords that only wrap the error of a deeper schema. */
const WRAPPERS = new Set([
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'additionalItems',
  '$ref',
  'allOf',
  'anyOf',
  'if',
  'dependentSchemas',
  'dependencies',
]);

export const isWrapper = (unit: OutputUnit): boolean => WRAPPERS.has(unit.keyword);

const decode = (segment: string) =>
  decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');

/** The value the keyword has in the schema, following references; undefined when not found. */
function valueAt(schema: Schema, location: string): unknown {
  let place: unknown = schema;
  for (const segment of location.split('/').slice(1).map(decode)) {
    if (typeof place !== 'object' || place === null) return undefined;
    const next: unknown = (place as Record<string, unknown>)[segment];
    place = segment === '$ref' && typeof next === 'string' ? valueAt(schema, next) : next;
  }
  return place;
}

const QUOTED = /"([^"]+)"/g;

/** Name of the property that `required` or `dependentRequired` misses. */
export function missingProperty(unit: OutputUnit): string | undefined {
  const names = [...unit.error.matchAll(QUOTED)].map((match) => match[1]);
  if (unit.keyword === 'required') return names[0];
  if (unit.keyword === 'dependentRequired') return names[1];
  return undefined;
}

/** The sentence shown beside the field. */
export function messageOf(unit: OutputUnit, schema: Schema): string {
  const limit = valueAt(schema, unit.keywordLocation);
  const key = unit.keyword === 'format' ? `form.error.format-${String(limit)}` : '';
  if (key && i18n.exists(key)) return i18n.t(key);
  const general = `form.error.${unit.keyword}`;
  return i18n.exists(general) ? i18n.t(general, { limit }) : i18n.t('form.error.other');
}
