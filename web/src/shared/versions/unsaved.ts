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

/** What is shorter is kept at once, before the page can go; the browser has little room for that. */
const AT_ONCE = 200_000;

/** Whether the browser has it already, with the very change. */
function keptAtOnce(name: string, text: string): boolean {
  try {
    if (text.length > AT_ONCE) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, text);
    return text.length <= AT_ONCE;
  } catch {
    // Full, or not allowed.
    return false;
  }
}

/** @throws where the browser keeps nothing, or has no more room */
export async function keepUnsaved<Value extends Dated>(whose: Whose, unsaved: Value) {
  const name = keyOf(whose);
  if (!keptAtOnce(name, JSON.stringify(unsaved))) await set(name, unsaved);
}

export async function forgetUnsaved(whose: Whose): Promise<void> {
  const name = keyOf(whose);
  window.localStorage.removeItem(name);
  await del(name);
}

function atOnce<Value extends Dated>(name: string): Value | undefined {
  try {
    const found = JSON.parse(window.localStorage.getItem(name) ?? 'null') as Value | null;
    return found ?? undefined;
  } catch {
    // What nobody can read is not shown.
    return undefined;
  }
}

const isOld = ({ at }: Dated): boolean => at < Date.now() - KEPT_MS;

/** Old ones of any kind go by the way. */
async function dropOld(): Promise<void> {
  const short = Object.keys(window.localStorage).filter((name) => name.startsWith(PREFIX));
  for (const name of short)
    if (isOld(atOnce(name) ?? { at: 0 })) window.localStorage.removeItem(name);
  const long = await entries<string, Dated>();
  const old = long.filter(([name, one]) => name.startsWith(PREFIX) && isOld(one));
  if (old.length > 0) await delMany(old.map(([name]) => name));
}

/** The later one, where it grew too long for the one place, or short enough again. */
export async function findUnsaved<Value extends Dated = Unsaved>(
  whose: Whose,
): Promise<Value | undefined> {
  await dropOld();
  const name = keyOf(whose);
  const found = [atOnce<Value>(name), await get<Value>(name)].filter((one) => one !== undefined);
  return found.toSorted((a, b) => b.at - a.at)[0];
}
