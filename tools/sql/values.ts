/** What an expression may give before the program runs, and what lists, texts and objects do with it. */
import type ts from 'typescript';
import type { Frame } from './frames.js';

/** A place for a value: looked at when it is needed. */
export interface Item {
  value(): Value;
  /** Its type, where the code has one for it. */
  type?(): ts.Type;
  /** The type of what it is the JSON of. */
  json?(): ts.Type;
}

/** Known only when the program runs. */
export class Unknown {
  constructor(readonly node: ts.Node) {}
}
export class List {
  constructor(readonly items: Item[]) {}
}
export class Fields {
  constructor(readonly fields: Map<string, Item>) {}
}
/** A function of the code. */
export class Callable {
  constructor(
    readonly node: ts.SignatureDeclaration,
    readonly outer: Frame | undefined,
  ) {}
}
/** A method of the language; gives nothing when it cannot tell. */
export type Method = (args: Item[], by: Runner) => Value;
export interface Runner {
  run(called: Callable, args: Item[]): Value;
  /** Whether a value is true; when it is not known, both are tried. */
  isTrue(value: Value, question: string): boolean;
}
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | List
  | Fields
  | Callable
  | Unknown
  | Method;

export const itemOf = (value: Value): Item => ({ value: () => value });

/** Neither a plain value nor known to be equal to one. */
export const isOpaque = (value: Value) =>
  value instanceof Unknown || (typeof value === 'object' && value !== null);

const isText = (value: Value): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** The field, the item's length or the method of that name; nothing when it is not known. */
export function memberOf(owner: Value, name: string): Value {
  if (owner instanceof Fields) return owner.fields.get(name)?.value();
  if (owner instanceof List) return name === 'length' ? owner.items.length : LIST[name]?.(owner);
  if (typeof owner === 'string') return name === 'length' ? owner.length : TEXT[name]?.(owner);
  return undefined;
}

const LIST: Record<string, (list: List) => Method> = {
  join:
    ({ items }) =>
    ([by]) => {
      const values = items.map((item) => item.value());
      return values.every(isText) ? values.join(by ? String(by.value()) : ',') : undefined;
    },
  map:
    ({ items }) =>
    ([work], { run }) => {
      const called = work?.value();
      if (!(called instanceof Callable)) return undefined;
      return new List(items.map((item, at) => itemOf(run(called, [item, itemOf(at)]))));
    },
  filter:
    ({ items }) =>
    ([work], { run, isTrue }) => {
      const called = work?.value();
      const kept = items.filter((item, at) => {
        const value = called instanceof Callable ? run(called, [item]) : item.value();
        return isTrue(value, `item ${at}`);
      });
      return new List(kept);
    },
  push: (list) => (more) => list.items.push(...more),
  concat:
    ({ items }) =>
    ([more]) => {
      const list = more?.value();
      return list instanceof List ? new List([...items, ...list.items]) : undefined;
    },
};

const TEXT: Record<string, (text: string) => Method> = {
  trim: (text) => () => text.trim(),
  replaceAll:
    (text) =>
    ([from, to]) =>
      text.replaceAll(String(from?.value()), String(to?.value())),
};

/** `Object.keys`, `Object.values`, `Object.entries`. */
export function ofObject(name: string, owner: Value): Value {
  if (!(owner instanceof Fields)) return undefined;
  const entries = [...owner.fields];
  switch (name) {
    case 'keys':
      return new List(entries.map(([key]) => itemOf(key)));
    case 'values':
      return new List(entries.map(([, item]) => item));
    case 'entries':
      return new List(entries.map(([key, item]) => itemOf(new List([itemOf(key), item]))));
    default:
      return undefined;
  }
}

/** Of a type, and known only at run time. */
export const unknownItem = (node: ts.Node, type: ts.Type): Item => ({
  value: () => new Unknown(node),
  type: () => type,
});
