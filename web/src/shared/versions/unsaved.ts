/**
 * What somebody has drawn and not yet saved, kept by the browser a moment after each change: it outlives
 * F5, another page, an expired session, a browser that falls over. Saving or discarding it ends it. It
 * belongs to who drew it: another person at the same machine sees nothing of it.
 */
import { del, delMany, entries, get, set } from 'idb-keyval';
import type { MadeFrom } from './made-from.js';

export interface Unsaved {
  xml: string;
  name: string;
  /** When, ms. */
  at: number;
  madeFrom: MadeFrom;
}

const PREFIX = 'unsaved:';
/** Longer than a holiday; who comes back later begins from what is kept on the platform. */
const KEPT_MS = 60 * 86_400_000;

/** Whose it is, and of which definition. */
export interface Whose {
  person: string;
  kind: string;
  key: string;
}

const keyOf = ({ person, kind, key }: Whose): string => `${PREFIX}${person}:${kind}:${key}`;

export const keepUnsaved = (whose: Whose, unsaved: Unsaved): Promise<void> =>
  set(keyOf(whose), unsaved);

export const forgetUnsaved = (whose: Whose): Promise<void> => del(keyOf(whose));

/** Old ones of any definition go by the way. */
export async function findUnsaved(whose: Whose): Promise<Unsaved | undefined> {
  const all = await entries<string, Unsaved>();
  const old = all.filter(([name, { at }]) => name.startsWith(PREFIX) && at < Date.now() - KEPT_MS);
  if (old.length > 0) await delMany(old.map(([name]) => name));
  return get<Unsaved>(keyOf(whose));
}
