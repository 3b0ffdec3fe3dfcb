/**
 * Counts what is done, so that a test can say how work grows: the same on every machine, however busy.
 * V8 counts how often each block of our code runs; what its own functions go through beside that is
 * added for those that look at a whole list or object without calling us back.
 */
import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

/** The part of a script's address in which blocks count. */
const OURS = '/bpmn/';

type Method = (this: unknown, ...values: never[]) => unknown;
interface Watched {
  holder: Record<string, Method>;
  names: readonly string[];
  /** How much is gone through. */
  size(self: unknown, values: readonly unknown[]): number;
}

const lengthOf = (value: unknown): number => (value as { length?: number } | null)?.length ?? 0;

const WATCHED: readonly Watched[] = [
  {
    holder: Object as unknown as Record<string, Method>,
    names: ['keys', 'values', 'entries'],
    size: (_, [of]) => Reflect.ownKeys(of as object).length,
  },
  {
    holder: Array.prototype as unknown as Record<string, Method>,
    names: ['includes', 'indexOf', 'concat', 'slice', 'splice', 'with'],
    size: lengthOf,
  },
];

// What V8 optimizes it inlines, and what is inlined has no counter: how soon it does so depends on how
// busy the machine is. So nothing is optimized from here to the end of the test file.
setFlagsFromString('--no-opt');
afterAll(() => setFlagsFromString('--opt'));

// From the beginning: only what is compiled after this has a counter in each of its blocks.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** What was counted since the last time. */
function taken(): Script[] {
  let scripts: Script[] = [];
  session.post('Profiler.takePreciseCoverage', (error, answer) => {
    if (error) throw error;
    scripts = answer.result;
  });
  return scripts;
}

/** How much is done while something runs. */
export async function counted(run: () => unknown): Promise<number> {
  taken();
  const watching = watch();
  try {
    await run();
  } finally {
    watching.stop();
  }
  return (
    watching.gone() +
    taken()
      .filter(({ url }) => url.includes(OURS))
      .reduce(blocksOf, 0)
  );
}

interface Script {
  url: string;
  functions: { ranges: { count: number }[] }[];
}

const blocksOf = (sum: number, { functions }: Script): number =>
  functions.flatMap(({ ranges }) => ranges).reduce((all, { count }) => all + count, sum);

function watch(): { stop(): void; gone(): number } {
  let gone = 0;
  const before = WATCHED.flatMap(({ holder, names, size }) =>
    names.map((name) => {
      const original = holder[name]!;
      holder[name] = function (this: unknown, ...values: never[]) {
        gone += size(this, values);
        return original.apply(this, values);
      };
      return () => (holder[name] = original);
    }),
  );
  return { stop: () => before.forEach((restore) => restore()), gone: () => gone };
}

/** With which power of its size work grows from a size to another: 1 is linear. */
export async function powerOf(
  sizes: readonly [number, number],
  prepared: (size: number) => () => unknown,
): Promise<number> {
  // Once for all that is only done the first time.
  await prepared(sizes[0])();
  const less = await counted(prepared(sizes[0]));
  const more = await counted(prepared(sizes[1]));
  return Math.log(more / less) / Math.log(sizes[1] / sizes[0]);
}
