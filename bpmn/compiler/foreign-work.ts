/**
 * Work that a file leaves to code or workers of the engine it comes from. It stands in the model
 * as `kind:name` where one of our adapters would stand, until the admin's table says which one
 * does it (`bind.ts`).
 */
import { ADAPTERS } from '../model/vocabulary.js';

/** How a file names such work. */
export const WORK_KINDS = [
  'topic',
  'class',
  'delegateExpression',
  'expression',
  'connector',
  'type',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** A decision of its own table language is not given to an adapter, but is work all the same. */
const KINDS = [...WORK_KINDS, 'decision'] as const;

export interface ForeignWork {
  kind: (typeof KINDS)[number];
  name: string;
}

/** What stands as adapter: a name that is one of ours already needs no table. */
export const adapterFor = ({ kind, name }: ForeignWork): string =>
  (ADAPTERS as readonly string[]).includes(name) ? name : `${kind}:${name}`;

/** The foreign work behind an adapter's name; undefined when it is one of ours. */
export function foreignWork(adapter: string | undefined): ForeignWork | undefined {
  const kind = KINDS.find((one) => adapter?.startsWith(`${one}:`));
  return kind && adapter !== undefined ? { kind, name: adapter.slice(kind.length + 1) } : undefined;
}
