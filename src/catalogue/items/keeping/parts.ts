/** An item as parts that people compare: each thing it says, by its place, under its Chinese name. */
import type { Part } from '../../../versions/index.js';
import { fieldOf, ItemDefinition } from '../definition/index.js';

/** By what a thing in a list is the same thing in another version. */
const IDENTITY = ['code', 'key', 'id', 'name', 'law', 'q', 'label', 'chinese'] as const;

/** What an item says at one place. */
export interface Element {
  /** The same in every version, wherever it stands in a list: `/materials/营业执照/name`. */
  place: string;
  /** Where it stands in this one, as a JSON pointer: `/materials/0/name`. */
  pointer: string;
  name: string;
  text: string;
}

/** All that an item says, each by its place, under its Chinese name. */
export const elementsOf = (item: ItemDefinition | null): Element[] =>
  item ? [...leaves(item, ItemDefinition.prototype, { place: '', pointer: '', name: '' })] : [];

/** Every leaf by its place. Things in lists go by what they are called, wherever they stand. */
export const partsOf = (item: ItemDefinition | null): Map<string, Part> =>
  new Map(elementsOf(item).map(({ place, name, text }) => [place, { name, text, readable: true }]));

type At = Omit<Element, 'text'>;

function* leaves(value: unknown, shape: object | null, at: At): Generator<Element> {
  const { place, pointer, name } = at;
  if (Array.isArray(value)) {
    const met = new Map<string, number>();
    for (const [index, one] of value.entries()) {
      const called = identityOf(one, index);
      const times = (met.get(called) ?? 0) + 1;
      met.set(called, times);
      // Two that are called alike are two things.
      const identity = times === 1 ? called : `${called}（${times}）`;
      yield* leaves(one, shape, {
        place: `${place}/${identity}`,
        pointer: `${pointer}/${index}`,
        name: `${name}“${titleOf(one, identity)}”`,
      });
    }
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [property, member] of Object.entries(value)) {
      const field = fieldOf(shape, property);
      const within = name === '' ? field.name : `${name} · ${field.name}`;
      yield* leaves(member, field.shape, {
        ...{ place: `${place}/${property}`, pointer: `${pointer}/${property}`, name: within },
      });
    }
    return;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  yield { ...at, text };
}

/** A text is itself; of an object what it is called, its place where it is called nothing. */
function identityOf(one: unknown, index: number): string {
  if (typeof one !== 'object' || one === null) return String(one);
  const { law, article } = one as { law?: unknown; article?: unknown };
  if (typeof law === 'string' && typeof article === 'string') return `${law}${article}`;
  const named = IDENTITY.map((field) => (one as Record<string, unknown>)[field]).find(
    (found) => typeof found === 'string' && found !== '',
  );
  return typeof named === 'string' ? named : String(index);
}

function titleOf(one: unknown, identity: string): string {
  const { name } = (typeof one === 'object' && one !== null ? one : {}) as { name?: unknown };
  return typeof name === 'string' ? name : identity;
}
