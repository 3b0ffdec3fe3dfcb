/**
 * Timers that count working days, counted again by another calendar. Pure: the state given stays as it is.
 * Only what a timer has yet to wait for moves; a year without data leaves it as it was.
 */
import type { Clock, Command } from './api.js';
import { failed } from './failure.js';
import { copyInstance, copyState, type Instance, type State, type Trigger } from './state.js';
import { workingDaysFrom } from './timing.js';
import { openTimer } from './triggers.js';

type Timer = Extract<Trigger, { type: 'timer' }>;
type CountedTimer = Timer & { counted: NonNullable<Timer['counted']> };

/** A timer in working days: it is due so many of them after an instant. */
export interface WorkingDayTimer {
  id: string;
  due: number;
  from: number;
  days: number;
}

const isCounted = (trigger: Trigger): trigger is CountedTimer =>
  trigger.type === 'timer' && trigger.counted !== undefined;

/** Those that wait; in the order of creation. */
export function workingDayTimers({ instances }: State): WorkingDayTimer[] {
  return Object.values(instances).flatMap(({ triggers }) =>
    triggers.filter(isCounted).map(({ id, due, counted }) => ({ id, due, ...counted })),
  );
}

/** Every timer in working days as the clock now counts it, and what the host has to set anew. */
export function recounted(state: State, clock: Clock): { state: State; commands: Command[] } {
  const next = copyState(state);
  const commands: Command[] = [];
  for (const instance of Object.values(state.instances)) {
    const triggers = instance.triggers.map((trigger) => recount(trigger, clock));
    const moved = triggers.filter((trigger, place) => trigger !== instance.triggers[place]);
    if (moved.length === 0) continue;
    next.instances[instance.id] = { ...copyInstance(instance), triggers } satisfies Instance;
    for (const timer of moved.filter(isCounted)) {
      commands.push({ type: 'cancelTimer', id: timer.id });
      commands.push({ type: 'setTimer', timer: openTimer(timer) });
    }
  }
  return { state: next, commands };
}

function recount(trigger: Trigger, clock: Clock): Trigger {
  if (!isCounted(trigger)) return trigger;
  const { from, days } = trigger.counted;
  const again = workingDaysFrom(from, days, clock);
  return failed(again) || again.due === trigger.due ? trigger : { ...trigger, due: again.due };
}
