/**
 * What somebody has drawn, written or filled in and the platform has not: kept by the browser with each
 * change, it outlives F5, another page, an expired session, a browser that falls over. Saving or discarding
 * it ends it. It belongs to who made it: another person at the same machine sees nothing of it.
 */
import { del, delMany, entries, get, set } from 'idb-keyval';
import type { MadeFrom } from './made-from.js';

interface Dated {
  /** When, ms. */
  at: number;
}

/** A drawing. */
export interface Unsaved extends Dated {
  xml: string;
  name: string;
  madeFrom: MadeFrom;
}

const PREFIX = 'unsaved:';
/** Longer than a holiday; who comes back later begins from what is kept on the platform. */
const KEPT_MS = 60 * 86_400_000;

/** Whose it is, and of which definition, application or answer. */
export interface Whose {
  person: string;
  kind: string;
  key: string;
}

const keyOf = ({ person, kind, key }: Whose): string => `${PREFIX}${person}:${kind}:${key}`;

/** @throws where the browser keeps nothing, or has no more room */
export const keepUnsaved = <Value extends Dated>(whose: Whose, unsaved: Value): Promise<void> =>
  set(keyOf(whose), unsaved);

export const forgetUnsaved = (whose: Whose): Promise<void> => del(keyOf(whose));

/** Old ones of any kind go by the way. */
export async function findUnsaved<Value extends Dated = Unsaved>(
  whose: Whose,
): Promise<Value | undefined> {
  const all = await entries<string, Dated>();
  const old = all.filter(([name, { at }]) => name.startsWith(PREFIX) && at < Date.now() - KEPT_MS);
  if (old.length > 0) await delMany(old.map(([name]) => name));
  return get<Value>(keyOf(whose));
}
