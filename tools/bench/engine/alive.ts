/** How the cost of one event, and of one instance, grows with how many are alive. */
import { step, type Event } from '../../../bpmn/engine/index.js';
import { AT, clock, modelOf, runCase, start } from './ours.js';
import { catches, shapes } from './shapes.js';

const ALIVE = [500, 1_000, 2_000, 4_000];
const INSTANCES = [1_000, 10_000, 100_000];
const REPEATS = 60;
/** Of each figure the median. */
const ROUNDS = 3;

/** What so many wait for, and the event that is for one of them, or for none. */
interface Waiting {
  definition(i: number): string;
  event(alive: number): Event;
}

const received = (type: 'signalReceived' | 'messageReceived') => (alive: number) =>
  ({ type, at: AT, name: `m${alive / 2}`, variables: {} }) as const;
const condition = (feel: string) =>
  `<conditionalEventDefinition><condition xsi:type="tFormalExpression">=${feel}</condition></conditionalEventDefinition>`;
const variable = (name: string): Event => ({
  type: 'setVariables',
  at: AT,
  variables: { [name]: 1 },
});

const SHAPES: Readonly<Record<string, Waiting>> = {
  signalForOne: {
    definition: (i) => `<signalEventDefinition signalRef="g${i}"/>`,
    event: received('signalReceived'),
  },
  messageForOne: {
    definition: (i) => `<messageEventDefinition messageRef="m${i}"/>`,
    event: received('messageReceived'),
  },
  conditionOfOne: {
    definition: (i) => condition(`x${i} = 1`),
    event: (alive) => variable(`x${alive / 2}`),
  },
  conditionsOnOthers: { definition: (i) => condition(`x${i} = 1`), event: () => variable('other') },
};

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Microseconds of CPU of what is repeated. */
function cost(repeats: number, run: () => void): number {
  run();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = cpu();
    for (let i = 0; i < repeats; i += 1) run();
    return (cpu() - before) / repeats;
  });
  return Number(median(rounds).toPrecision(3));
}

/** Costs by number, and the power of the number with which they grow: 1 is linear. */
export interface Growth {
  microseconds: Record<number, number>;
  power: number;
}

function growth(microseconds: Record<number, number>): Growth {
  const numbers = Object.keys(microseconds).map(Number);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const ratio = microseconds[most]! / microseconds[least]!;
  const power = Math.log(ratio) / Math.log(most / least);
  return { microseconds, power: Number(power.toFixed(2)) };
}

/** Of one event; and, of a multi-instance of script tasks, of one instance. */
export async function aliveCosts(): Promise<Record<string, Growth>> {
  const costs: Record<string, Growth> = {};
  for (const [name, { definition, event }] of Object.entries(SHAPES)) {
    const seen: Record<number, number> = {};
    for (const alive of ALIVE) {
      const model = await modelOf(catches(alive, definition));
      const { state } = start(model);
      const what = event(alive);
      seen[alive] = cost(REPEATS, () => void step(model, state, what, clock));
    }
    costs[name] = growth(seen);
  }
  costs.instanceOfMulti = growth(await instanceCosts());
  return costs;
}

async function instanceCosts(): Promise<Record<number, number>> {
  const seen: Record<number, number> = {};
  for (const size of INSTANCES) {
    const model = await modelOf(shapes.scripts.xml(size, 'feel'));
    seen[size] = Number((cost(1, () => void runCase(model)) / size).toPrecision(3));
  }
  return seen;
}
