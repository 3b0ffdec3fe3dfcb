/** How large the state of a waiting case is, with and without its variables. */
import { readFile } from 'node:fs/promises';
import {
  step,
  type Command,
  type Event,
  type State,
  type Variables,
} from '../../../bpmn/engine/index.js';
import { AT, clock, modelOf, runCase, start } from './ours.js';
import { shapes } from './shapes.js';

export interface Size {
  /** JSON, UTF-8, without the values that people and adapters gave. */
  bytes: number;
  withVariables: number;
}

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Variables stand in every instance; an empty object remains of each. */
function sizeOf(state: State): Size {
  const bare = Object.entries(state.instances).map(([id, instance]) => {
    const none: Variables = {};
    return [id, { ...instance, variables: none }];
  });
  return {
    bytes: bytes({ ...state, instances: Object.fromEntries(bare) }),
    withVariables: bytes(state),
  };
}

const larger = (a: Size, b: Size): Size => (b.bytes > a.bytes ? b : a);

/** The largest state seen while a case waits, by process. */
export async function stateSizes(): Promise<Record<string, Size>> {
  const sizes: Record<string, Size> = {};
  for (const [name, size] of Object.entries({ straight: 50, nested: 10, parallel: 10 })) {
    const shape = shapes[name as keyof typeof shapes];
    let largest: Size = { bytes: 0, withVariables: 0 };
    const model = await modelOf(shape.xml(size, 'feel'));
    runCase(model, (state) => (largest = larger(largest, sizeOf(state))));
    sizes[`${name} ${size}`] = largest;
  }
  sizes.restaurant = await restaurant();
  return sizes;
}

/** Opening a restaurant, up to where all five items of the form run as cases of their own. */
async function restaurant(): Promise<Size> {
  const file = new URL('../../../bpmn/processes/restaurant.bpmn', import.meta.url);
  const model = await modelOf(await readFile(file, 'utf8'));
  const children = { A: true, A2: false, B: true, C: true, D: true, E: true };
  let { state, commands } = start(model, { children, form: { firePromise: false } });
  let largest = sizeOf(state);
  for (const queue = [...commands]; queue.length > 0; queue.push(...commands)) {
    commands = [];
    const event = answerTo(queue.shift());
    if (!event) continue;
    ({ state, commands } = step(model, state, event, clock));
    largest = larger(largest, sizeOf(state));
  }
  return largest;
}

function answerTo(command: Command | undefined): Event | undefined {
  if (command?.type === 'startActivity') {
    const { occurrence, element } = command.activity;
    const result = element === 'registration' ? { state: 'active' } : null;
    return { type: 'activityDone', at: AT, occurrence, result };
  }
  if (command?.type === 'openTask' && command.task.element === 'collect')
    return { type: 'completeTask', at: AT, key: command.task.key, answer: { outcome: 'accept' } };
  return undefined;
}
