/** What one event costs a case in which much is waited for. */
import { step, type Event } from '../../../bpmn/engine/index.js';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import { AT, clock, modelOf, start } from './ours.js';
import { catches, shapes } from './shapes.js';

const TASKS = 200;
const TRIGGERS = 1000;
const REPEATS = 200;

/** Applies the same event to the same state, which stays as it is. @returns ms of CPU each */
function cost(model: ProcessModel, choose: (ids: string[]) => Event): number {
  const { state, commands } = start(model);
  const ids = commands.flatMap((command) => {
    if (command.type === 'openTask') return [command.task.key];
    return command.type === 'setTimer' ? [command.timer.id] : [];
  });
  const event = choose(ids);
  const apply = () => step(model, state, event, clock);
  for (let i = 0; i < REPEATS; i += 1) apply();
  const before = process.cpuUsage();
  for (let i = 0; i < REPEATS; i += 1) apply();
  const { user, system } = process.cpuUsage(before);
  return Number(((user + system) / 1000 / REPEATS).toPrecision(3));
}

/** Milliseconds of CPU for one event, the one that waits in the middle. */
export async function waitingCosts(): Promise<Record<string, number>> {
  const middle = (ids: string[]) => ids[Math.floor(ids.length / 2)] ?? '';
  const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
  const message = (i: number) => `<messageEventDefinition messageRef="m${i}"/>`;
  return {
    taskOf200: cost(await modelOf(shapes.parallel.xml(TASKS, 'feel')), (ids) => ({
      type: 'completeTask',
      at: AT,
      key: middle(ids),
      answer: {},
    })),
    timerOf1000: cost(await modelOf(catches(TRIGGERS, () => timer)), (ids) => ({
      type: 'timerFired',
      at: AT,
      id: middle(ids),
    })),
    messageOf1000: cost(await modelOf(catches(TRIGGERS, message)), () => ({
      type: 'messageReceived',
      at: AT,
      name: `m${TRIGGERS / 2}`,
      variables: {},
    })),
  };
}
