/** Walks through a process by chance: completes what is open, lets happen what is waited for. */
import type { ProcessModel } from '../../model/process.js';
import type { Event } from '../index.js';
import type { State } from '../state.js';
import { Play, START } from './play.js';

/** From here on only what ends is done, so that what can be repeated for ever is not. */
const PATIENCE = 40;

/**
 * @param order what is chosen of all that could happen, again and again from the beginning
 * @param look called at the beginning and after each event
 */
export function walk(
  model: ProcessModel,
  n: number,
  order: number[],
  look: (play: Play) => void,
  most = 200,
): Play {
  const play = new Play(model, { n });
  look(play);
  for (let i = 0; i < most && !play.ended; i += 1) {
    const event = choose(play, i, order[i % order.length] ?? 0);
    if (!event) break;
    play.apply(event);
    look(play);
  }
  return play;
}

function choose(play: Play, i: number, chance: number): Event | undefined {
  const at = START + i;
  const { tasks, subscriptions, timers } = play.position;
  const answers = tasks.map(({ key }): Event => ({
    type: 'completeTask',
    at,
    key,
    answer: { outcome: 'ok' },
  }));
  const signals = subscriptions.map(({ name }): Event => ({
    type: 'signalReceived',
    at,
    name,
    variables: {},
  }));
  const alarms = timers.map(({ id }): Event => ({ type: 'timerFired', at, id }));
  const all = [...answers, ...signals, ...alarms];
  const possible = i > PATIENCE && answers.length > 0 ? answers : all;
  // in the end everything has its turn
  const turn = i > PATIENCE ? chance + Math.floor(i * 0.618) : chance;
  return possible[turn % Math.max(1, possible.length)];
}

/** Work that holds a token of the container it is in. */
const HOLDING = ['arrive', 'enter', 'leave', 'throw', 'happened'];

/** Containers whose count of living tokens is not what is found in them. */
export function miscounted(state: State): string[] {
  const wrong: string[] = [];
  for (const { id, element, container, undoing } of Object.values(state.instances)) {
    if (!container) continue;
    const inside = Object.values(state.instances).filter(
      (inner) => inner.parent === id && inner.compensates === undefined,
    );
    const waiting = Object.values(container.waiting).reduce((sum, count) => sum + count, 0);
    const held = Object.values(state.incidents).filter(
      ({ retry }) => retry.in === id && HOLDING.includes(retry.do) && !rests(retry, container),
    );
    const found = inside.length + waiting + held.length;
    if (found !== container.live)
      wrong.push(
        `${element || 'process'}: ${container.live}, found ${found} ${undoing?.then ?? ''}`,
      );
  }
  return wrong;
}

/** A complex gateway's tokens wait on their flows even while its incident is open. */
const rests = (retry: { do: string }, { waiting }: { waiting: Record<string, number> }): boolean =>
  retry.do === 'enter' &&
  Object.keys(waiting).some((flow) => flow.endsWith(`>${elementIn(retry)}`));

const elementIn = (retry: object): string =>
  'element' in retry && typeof retry.element === 'string' ? retry.element : '';
