/** Which values names have. */
import { normalName } from '../syntax/names.js';
import { kindOf, type Context, type Value } from '../values/kinds.js';

export interface Scope {
  /** Undefined where nobody has such a name. */
  get(name: string): Value;
}

/** The variables an expression is evaluated with. */
export class Variables implements Scope {
  private keys: ReadonlyMap<string, string> | undefined;

  constructor(private readonly values: Context) {}

  get(name: string): Value {
    return entryBy(this.values, name, () => (this.keys ??= normalKeys(this.values)));
  }
}

/** Names bound by `for`, by parameters or by the entries of a context, before those around. */
export class Bound implements Scope {
  constructor(
    private readonly values: Context,
    private readonly around: Scope,
  ) {}

  get(name: string): Value {
    const own = this.values[name];
    if (own !== undefined) return own;
    return this.around.get(name);
  }
}

/** In a filter: the element is `item`, and its entries are seen by their names. */
export class Filtered implements Scope {
  constructor(
    private readonly item: Value,
    private readonly around: Scope,
  ) {}

  get(name: string): Value {
    if (kindOf(this.item) === 'context') {
      const entry = entryOf(this.item as Context, name);
      if (entry !== undefined) return entry;
    }
    return name === 'item' ? this.item : this.around.get(name);
  }
}

/** Of a context by its key, however its spaces are written; undefined where it has none. */
export const entryOf = (context: Context, name: string): Value =>
  entryBy(context, name, () => keysOf(context));

function entryBy(context: Context, name: string, keys: () => ReadonlyMap<string, string>): Value {
  if (Object.hasOwn(context, name)) return context[name];
  if (!/[^\p{L}\p{N}_]/u.test(name)) return undefined;
  const key = keys().get(name);
  return key === undefined ? undefined : context[key];
}

/** Keys by their normal names; of two that are called the same the first counts. */
const normalKeys = (context: Context): ReadonlyMap<string, string> =>
  new Map(
    Object.keys(context)
      .reverse()
      .map((key) => [normalName(key), key]),
  );

/** Made once for each context that is a value: none of them changes. */
const known = new WeakMap<Context, ReadonlyMap<string, string>>();

function keysOf(context: Context): ReadonlyMap<string, string> {
  const found = known.get(context) ?? normalKeys(context);
  known.set(context, found);
  return found;
}
