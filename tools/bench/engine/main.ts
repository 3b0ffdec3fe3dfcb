/**
 * `npm run bench -- engine`: steps per second of the pure engine beside `bpmn-engine` in the same
 * run, how its time grows, and how large the state of a waiting case is. The keys are documented by
 * an example in docs/bench.md.
 */
import { aliveCosts } from './alive.js';
import { runCase, modelOf } from './ours.js';
import { peerCase } from './peer.js';
import { shapes, type Shape } from './shapes.js';
import { stateSizes } from './state-size.js';
import { waitingCosts } from './waiting.js';

/** Size of each shape; for `bpmn-engine` a smaller one where it would take minutes. */
const SIZES: { shape: Shape; size: number; peerSize: number }[] = [
  { shape: shapes.straight, size: 50, peerSize: 50 },
  { shape: shapes.parallel, size: 100, peerSize: 100 },
  { shape: shapes.nested, size: 10, peerSize: 10 },
  { shape: shapes.multiInstance, size: 1000, peerSize: 1000 },
  { shape: shapes.loop, size: 10_000, peerSize: 200 },
];
/** Beyond 62,500 rounds at one event the engine says that the diagram runs in circles. */
const LENGTHS = [1_000, 10_000, 30_000];
/** Measured at least this long, after as much to warm up; CPU of the process, ms. */
const ENOUGH = 300;
const ROUNDS = 3;

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const rounded = (value: number): number => Number(value.toPrecision(3));

/** Runs whole cases until the time is up. @returns steps per second of CPU */
async function rate(steps: number, make: () => Promise<() => void | Promise<void>>) {
  let spent = 0;
  let done = 0;
  while (spent < ENOUGH) {
    const run = await make();
    const before = cpu();
    await run();
    spent += cpu() - before;
    done += steps;
  }
  return (done / spent) * 1000;
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function compare(shape: Shape, size: number, peerSize: number) {
  const model = await modelOf(shape.xml(size, 'feel'));
  const completed = runCase(model);
  if (completed !== shape.steps(size))
    throw new Error(`${shape.name}: ${completed} of ${shape.steps(size)} elements were completed`);
  const ours = () => rate(shape.steps(size), async () => () => void runCase(model));
  const xml = shape.xml(peerSize, 'javascript');
  const theirs = () => rate(shape.steps(peerSize), () => peerCase(xml));
  await ours();
  await theirs();
  const rounds: { onestop: number; bpmnEngine: number }[] = [];
  // turn about, so that both meet the same mood of the machine
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ onestop: await ours(), bpmnEngine: await theirs() });
  }
  const onestop = median(rounds.map((round) => round.onestop));
  const bpmnEngine = median(rounds.map((round) => round.bpmnEngine));
  return {
    size,
    peerSize,
    onestop: Math.round(onestop),
    bpmnEngine: Math.round(bpmnEngine),
    ratio: rounded(onestop / bpmnEngine),
  };
}

/** CPU of one loop without a wait state by its rounds, µs a round. */
async function growth(): Promise<Record<string, number>> {
  const costs: Record<string, number> = {};
  for (const length of LENGTHS) {
    const model = await modelOf(shapes.loop.xml(length, 'feel'));
    const before = cpu();
    runCase(model);
    costs[length] = rounded(((cpu() - before) / length) * 1000);
  }
  return costs;
}

type Comparison = Awaited<ReturnType<typeof compare>>;

const compared: Record<string, Comparison> = {};
for (const { shape, size, peerSize } of SIZES) {
  compared[shape.name] = await compare(shape, size, peerSize);
  process.stderr.write(`${shape.name} ${JSON.stringify(compared[shape.name])}\n`);
}
const result = {
  stepsPerSecond: compared,
  medianRatio: median(Object.values(compared).map(({ ratio }) => ratio)),
  loopMicrosecondsPerRound: await growth(),
  waiting: await waitingCosts(),
  alive: await aliveCosts(),
  stateBytes: await stateSizes(),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
