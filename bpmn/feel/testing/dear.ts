/**
 * Expressions each round of which takes long, with the variables they read. What takes a microsecond
 * may be done as often as there are operations, what takes a hundred of them a hundredth as often.
 */
interface Dear {
  expression: string;
  /** Elements laid out at most before a hundred thousand operations are spent: one a round, and its own. */
  elements: number;
}

const each = (expression: string, elements: number): Dear => ({
  expression: `for x in 1..150000 return ${expression}`,
  elements,
});

const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`key ${at}`, at]));
const runs = 'a'.repeat(20_000);

export const VARIABLES: Readonly<Record<string, unknown>> = {
  wide,
  other: { ...wide, 'key 0': -1 },
  runs,
  alike: `${runs}b`,
  needle: `${'a'.repeat(500)}b${'a'.repeat(500)}`,
  fractions: Array.from({ length: 2_000 }, (_, at) => at + 0.5),
  signs: '\\c'.repeat(400),
  paris: '2026-01-01T00:00:00@Europe/Paris',
};

export const DEAR: readonly Dear[] = [
  each('(x + 0.1) ** 0.37', 400),
  each('(x + 0.1) ** 20000', 2000),
  each('exp(x / 1000)', 800),
  each('log(x + 0.1)', 800),
  each('decimal(1e6000, -5000)', 4000),
  each('odd(1e6000 + x)', 4000),
  each('wide = other', 100),
  each('starts with(runs, alike)', 100),
  each('starts with(alike, runs)', 100),
  each('ends with(runs, runs)', 100),
  each('contains(runs, needle)', 3),
  each('substring before(runs, needle)', 3),
  each('substring after(runs, needle)', 3),
  each('matches("a", signs + string(x), "i")', 3),
  each('matches("a", "(b|" + string(x))', 2000),
  each('date and time(paris) = date and time(paris)', 2000),
  each('date and time(paris) < date and time(paris)', 2000),
  each('date and time(paris) + duration("PT1H")', 4000),
  each('date and time(paris).time offset', 4000),
  each('median(fractions)', 10_000),
  each('mode(fractions)', 10_000),
];

/** Values so large that they must not leave, though they are quickly made. */
export const LARGE: readonly string[] = [
  'for x in 1..1000 return runs',
  'for x in 1..10000 return 1e6000 + x',
  'for x in 1..1000 return {a: [runs]}',
  'for x in 1..1000 return wide',
];
