/** FEEL's grammar is lezer-feel's; names with symbols in them are told to its tokenizer here. */
import { ContextTracker } from '@lezer/lr';
import { parser } from 'lezer-feel';
import type { Tree } from '@lezer/common';

/** What lezer-feel's tokenizer asks of the context of a parse. */
class Known {
  constructor(
    /** Parts of the name that is being read. */
    readonly tokens: readonly string[],
    private readonly names: Names,
  ) {}

  contextCache(): Names {
    return this.names;
  }

  reading(part: string): Known {
    return new Known([...this.tokens, part], this.names);
  }

  /** A name has been read; where it declares one, it is known from here on. */
  read(declared: boolean): Known {
    const known =
      declared && this.tokens.length > 1 ? this.names.with(this.tokens.join(' ')) : this.names;
    return new Known([], known);
  }
}

class Names {
  readonly prefixes = new Set<string>();

  constructor(readonly keys: ReadonlySet<string>) {
    for (const key of keys)
      for (let end = 1; end <= key.length; end += 1) this.prefixes.add(key.slice(0, end));
  }

  with(name: string): Names {
    return this.keys.has(name) ? this : new Names(new Set([...this.keys, name]));
  }
}

/** As the tokenizer puts names together: one space between all their parts. */
const inParts = (name: string): string =>
  name
    .replace(/\s*([./\-'+]|\*\*?)\s*/g, ' $1 ')
    .replace(/\s{2,}/g, ' ')
    .trim();

const idsOf = (...names: string[]): Set<number> =>
  new Set(parser.nodeSet.types.filter(({ name }) => names.includes(name)).map(({ id }) => id));
const PART = idsOf('Identifier', 'AdditionalIdentifier', 'PropertyIdentifier');
const USED = idsOf('VariableName', 'PathName');
const DECLARED = idsOf('Name', 'PropertyName');

interface Input {
  pos: number;
  read(from: number, to: number): string;
}

function tracker(names: readonly string[]): ContextTracker<Known> {
  return new ContextTracker<Known>({
    start: new Known([], new Names(new Set(names.map(inParts)))),
    strict: false,
    reduce(known, term, stack, input) {
      if (PART.has(term)) {
        const { pos } = input as unknown as Input;
        return known.reading((input as unknown as Input).read(pos, stack.pos));
      }
      if (USED.has(term)) return known.read(false);
      return DECLARED.has(term) ? known.read(true) : known;
    },
  });
}

/**
 * @param top what the whole text is
 * @param names names with symbols or words of FEEL in them
 */
export function parseTree(
  text: string,
  top: 'Expression' | 'UnaryTests',
  names: readonly string[],
): Tree {
  return parser.configure({ top, contextTracker: tracker(names) }).parse(rangeTypes(text));
}

/** lezer-feel does not know `range<…>` as a type; it reads the same as `list <…>`. */
const rangeTypes = (text: string): string =>
  /\b(of|function)\b/.test(text)
    ? text.replace(/((?:\bof|[:<>,])\s*)range(?=\s*<)/g, '$1list ')
    : text;
