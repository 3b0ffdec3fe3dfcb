/**
 * How many the tests take of what there are many of, and how long they let something last: the one
 * place that says so. Each push proves thousands; `npm run test:long` proves the same on the numbers of
 * a city, and holds the bounds of time, which a machine busy with other work would break.
 */
const sized = (push: number, long: number): number =>
  process.env.TEST_SIZE === 'long' ? long : push;

/** Open cases whose due dates one publication of the calendar counts anew. */
export const REPLANNED_CASES = sized(2_000, 100_000);
/** Open cases whose new due dates are compared with what the clock counts for each by itself. */
export const COMPARED_CASES = sized(2_000, 4_000);
/** Finished cases of an older system in one file. */
export const BROUGHT_OVER_CASES = sized(2_000, 10_000);
/** Waiting cases that a signal and a message reach while workers and relays are killed: two tellings each. */
export const TOLD_CASES = sized(300, 10_000);
/** Workers and relays killed meanwhile, two of each: every one once, and twice. */
export const KILLS = sized(4, 8);
/** Rounds of a loop in one case, three steps each; a run of it continues as new after 1,500. */
export const ROUNDS = sized(1_600, 3_400);
/** The runs of that case at least. */
export const RUNS = sized(2, 3);
/** How long the province's platform is away, and PostgreSQL; ms. */
export const PROVINCE_AWAY = sized(15_000, 60_000);
export const DATABASE_AWAY = sized(12_000, 30_000);
/** Within what the demonstration's organisations are loaded, ms. */
export const LOADED_WITHIN = sized(60_000, 3_000);
/** Odd requests of each operation by each person. */
export const FUZZED_REQUESTS = sized(2, 60);
/** Whether the access matrix asks for ended and missing things in every operation. */
export const EVERY_REQUEST = sized(0, 1) === 1;
/** Examples of each operation by each person that the public fuzzer makes. */
export const SCHEMATHESIS_EXAMPLES = 20;
/** Cases that are carried through meanwhile while one keeps ending its worker. */
export const OTHERS_MEANWHILE = sized(4, 20);
/** Cases that the former release's API carries through on this release's schema and workers. */
export const FORMER_RELEASE_CASES = 3;
/** How long any process may be killed at any moment while cases are carried through, ms. */
export const RANDOM_KILLS_FOR = 480_000;
/** Tasks of a process that the designer draws, and within what; ms. */
export const DRAWN_TASKS = sized(400, 2_000);
export const DRAWN_WITHIN = sized(60_000, 10_000);
