/** Expressions read and compiled once; what is kept is bounded. */
import { compile } from './evaluate/compile.js';
import type { Run } from './evaluate/run.js';
import { compileTests, type Test } from './evaluate/tests.js';
import { keysWithin, mayHoldOdd, oddIn } from './syntax/names.js';
import { Unreadable, type ParseProblem } from './syntax/problem.js';
import { readExpression, readTests } from './syntax/read.js';

type Context = Readonly<Record<string, unknown>>;
type Made<Made> = { ok: true; made: Made } | { ok: false; problem: ParseProblem };

const MOST_TEXTS = 5_000;
/** Of one text, by the odd names that there are; seldom more than one. */
const MOST_VARIANTS = 16;

/** What is made of a text and of the odd names in it, kept. */
function keeper<Thing>(make: (text: string, names: readonly string[]) => Thing) {
  const texts = new Map<
    string,
    { odd: 'none' | 'top' | 'deep'; variants: Map<string, Made<Thing>> }
  >();
  return (text: string, context: Context): Made<Thing> => {
    let entry = texts.get(text);
    if (!entry) {
      entry = { odd: mayHoldOdd(text), variants: new Map() };
      if (texts.size >= MOST_TEXTS) texts.clear();
      texts.set(text, entry);
    }
    const names = oddNames(text, entry.odd, context);
    const key = names.join('\n');
    let made = entry.variants.get(key);
    if (!made) {
      made = attempt(() => make(text, names));
      if (entry.variants.size >= MOST_VARIANTS) entry.variants.clear();
      entry.variants.set(key, made);
    }
    return made;
  };
}

function oddNames(text: string, odd: 'none' | 'top' | 'deep', context: Context): string[] {
  if (odd === 'none') return [];
  return oddIn(text, odd === 'top' ? Object.keys(context) : keysWithin(context));
}

function attempt<Thing>(make: () => Thing): Made<Thing> {
  try {
    return { ok: true, made: make() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** An expression, ready to be evaluated over such values; or why it cannot be read. */
export const expressionOf = keeper((text, names): Run => compile(readExpression(text, names)));

/** The same of unary tests. */
export const testsOf = keeper((text, names): Test => compileTests(readTests(text, names), compile));
