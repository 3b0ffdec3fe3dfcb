/**
 * Timers of the diagram that count working days follow the calendar: planned again when it changes,
 * and read again when they fire. Histories recorded before they did are played as they were.
 */
import { patched } from '@temporalio/workflow';
import {
  recounted,
  workingDayTimers,
  type Clock,
  type Command,
  type State,
} from '../bpmn/engine/index.js';

const FOLLOW = 'timers-follow-the-calendar';

/** Whether a timer must read its calendar before it acts. */
export const readsCalendar = (engine: State, id: string): boolean =>
  workingDayTimers(engine).some((timer) => timer.id === id) && patched(FOLLOW);

/** By another calendar. @returns the state, and what is to be set anew outside */
export function byAnotherCalendar(
  engine: State,
  clock: Clock,
): { engine: State; commands: Command[] } {
  if (workingDayTimers(engine).length === 0 || !patched(FOLLOW)) return { engine, commands: [] };
  const { state, commands } = recounted(engine, clock);
  return { engine: state, commands };
}

/** Timers that wait for a year whose calendar is published now: their incidents, to be tried again. */
export const waitingForCalendar = ({ incidents }: State): string[] => {
  const waiting = Object.values(incidents).filter(({ code }) => code === 'calendar-missing');
  return waiting.length > 0 && patched(FOLLOW) ? waiting.map(({ id }) => id) : [];
};
