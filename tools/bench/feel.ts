/**
 * `npm run bench -- feel`: evaluations per second of `bpmn/feel` beside feelin in the same run, turn
 * about. The keys are documented by an example in docs/bench.md.
 */
import { evaluate as feelin } from 'feelin';
import { evaluate } from '../../bpmn/feel/index.js';

const FORM = { outcome: 'accept', amount: 4.35, days: 12, rows: [1, 2, 3, 4, 5], name: '张三' };

const EXPRESSIONS: Readonly<Record<string, string>> = {
  condition: 'form.outcome = "accept" and form.days < 15',
  arithmetic: 'form.amount * 100 + form.days / 4',
  loop: 'sum(for i in 1..100 return i * form.days)',
  list: 'count(form.rows[item > 2]) > 1 and list contains(form.rows, 5)',
  date: 'date("2026-03-31") + duration("P1M") < date("2026-05-01")',
};

/** CPU of the process, ms. */
const ENOUGH = 300;
const ROUNDS = 3;

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Evaluations per second of CPU. */
function rate(run: () => unknown): number {
  const before = cpu();
  let done = 0;
  while (cpu() - before < ENOUGH) {
    for (let at = 0; at < 20; at += 1) run();
    done += 20;
  }
  return (done / (cpu() - before)) * 1000;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

function paired(expression: string) {
  const context = { form: FORM };
  const runs = {
    ours: () => evaluate(expression, context, 0),
    feelin: () => feelin(expression, context),
  };
  const seen = { ours: [] as number[], feelin: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const who of ['ours', 'feelin'] as const) {
      const found = rate(runs[who]);
      if (round > 0) seen[who].push(found);
    }
  }
  const [ours, theirs] = [median(seen.ours), median(seen.feelin)];
  return {
    ours: Math.round(ours),
    feelin: Math.round(theirs),
    ratio: Number((ours / theirs).toPrecision(3)),
  };
}

const measured = Object.fromEntries(
  Object.entries(EXPRESSIONS).map(([name, expression]) => [name, paired(expression)]),
);
console.log(JSON.stringify({ evaluationsPerCpuSecond: measured }));
