/** Which values names have. */
import { normalName } from '../syntax/names.js';
import { kindOf, type Context, type Value } from '../values/kinds.js';

export interface Scope {
  /** Undefined where nobody has such a name. */
  get(name: string): Value;
}

/** The variables an expression is evaluated with. */
export class Variables implements Scope {
  constructor(private readonly values: Context) {}

  get(name: string): Value {
    return entryOf(this.values, name);
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
export function entryOf(context: Context, name: string): Value {
  if (Object.hasOwn(context, name)) return context[name];
  if (!/[^\p{L}\p{N}_]/u.test(name)) return undefined;
  const key = Object.keys(context).find((each) => normalName(each) === name);
  return key === undefined ? undefined : context[key];
}
