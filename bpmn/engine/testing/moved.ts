/** Moves cases that are played to another version of their process. */
import type { ProcessModel } from '../../model/process.js';
import { migrate, type Migration } from '../migration/migrate.js';
import type { MigrationPlan } from '../migration/versions.js';
import { clock, Play } from './play.js';

export const moving = (play: Play, to: ProcessModel, plan: MigrationPlan = {}): Migration =>
  migrate(play.model, to, play.state, plan, play.at, clock);

/** A played case that has been moved, to go on with. */
export function moved(play: Play, to: ProcessModel, plan: MigrationPlan = {}): Play {
  const result = moving(play, to, plan);
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  const after = Object.assign(Object.create(Play.prototype) as Play, play, { model: to });
  after.state = result.state;
  after.commands = [...play.commands, ...result.commands];
  return after;
}

/** `element: code` of each problem that stands in the way. */
export const problemsOf = (result: Migration): string[] =>
  result.ok ? [] : result.problems.map(({ element, code }) => `${element}: ${code}`);

export const problems = (play: Play, to: ProcessModel, plan: MigrationPlan = {}): string[] =>
  problemsOf(moving(play, to, plan));

/** Names of messages and signals, and elements of timers, that are waited for. */
export const waiting = ({ position }: Play): string[] => [
  ...position.subscriptions.map(({ name }) => name),
  ...position.timers.map(({ element }) => element),
];

export const told = (before: Play, after: Play): string[] =>
  after.commands.slice(before.commands.length).map(({ type }) => type);

export const due = (play: Play): number[] => play.position.timers.map((open) => open.due - play.at);
