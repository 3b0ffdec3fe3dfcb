/** What a publication would change, told so that a person can look it through before. */
import { diffArrays } from 'diff';

export type Change = 'added' | 'removed' | 'changed';

/** One thing that is not as it was. */
export interface Difference {
  change: Change;
  /** Where, for machines: an element's id, a date, a line's number. */
  place: string;
  /** What, for people; the place again where it has no name. */
  name: string;
  /** Which of its properties; null = all of it. */
  property: string | null;
  /** How it read before and reads now; null where it was not, or where only a drawing shows it. */
  before: string | null;
  after: string | null;
}

/** A part of a definition that is compared as a whole. */
export interface Part {
  name: string;
  /** Equal texts mean nothing changed. */
  text: string;
  /** Whether people can read the text. */
  readable?: boolean;
  /** What it is made of, as people read it: a change is told of each that is not as it was. */
  properties?: Readonly<Record<string, string>>;
}

export type Parts = ReadonlyMap<string, Part>;

/** Parts by their place: those that are gone, then the others in their new order. */
export function differencesOf(before: Parts, after: Parts): Difference[] {
  const gone = [...before].filter(([place]) => !after.has(place));
  const rest = [...after].filter(([place, { text }]) => before.get(place)?.text !== text);
  return [
    ...gone.map(([place, part]) => difference(place, part, undefined)),
    ...rest.flatMap(([place, part]) => changesOf(place, before.get(place), part)),
  ];
}

function changesOf(place: string, old: Part | undefined, now: Part): Difference[] {
  const whole = difference(place, old, now);
  const [was, is] = [old?.properties, now.properties];
  if (!was || !is) return [whole];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const changed = names.filter((name) => was[name] !== is[name]);
  if (changed.length === 0) return [whole];
  return changed.map((property) => ({
    ...{ ...whole, property, before: was[property] ?? null, after: is[property] ?? null },
  }));
}

function difference(place: string, old: Part | undefined, now: Part | undefined): Difference {
  const change = old ? (now ? 'changed' : 'removed') : 'added';
  const readable = (part: Part | undefined) => (part?.readable ? part.text : null);
  const name = (now ?? old)?.name ?? place;
  return { change, place, name, property: null, before: readable(old), after: readable(now) };
}

/** Lines of a text that are gone or new, by the number they had or have. */
export function lineDifferences(before: string, after: string): Difference[] {
  const lines = (text: string) => text.split(/\r?\n/);
  const found: Difference[] = [];
  let [old, now] = [0, 0];
  for (const { added, removed, value } of diffArrays(lines(before), lines(after))) {
    for (const line of value) {
      if (!added) old += 1;
      if (!removed) now += 1;
      if (added) found.push(lineOf('added', now, null, line));
      if (removed) found.push(lineOf('removed', old, line, null));
    }
  }
  return found;
}

const lineOf = (
  change: Change,
  number: number,
  before: string | null,
  after: string | null,
): Difference => ({
  ...{ change, place: String(number), name: `第 ${number} 行`, property: null, before, after },
});
