/** A case on the pure engine with a virtual clock, driven by element ids instead of keys. */
import { EventRefused, initialState, position, step } from '../engine/index.js';
import type { Clock, Event, Incident, Position, State, Variables } from '../engine/index.js';
import type { ProcessModel } from '../model/process.js';

const DAY = 86_400_000;
/** A Monday morning in China; scripts only see what passes since. */
const BEGINNING = Date.parse('2026-03-02T09:00:00+08:00');

/** Monday to Friday, without holidays: scripts test diagrams, not calendars. */
export const scriptClock: Clock = {
  dayLength: DAY,
  addWorkingDays(from, workingDays) {
    let at = from;
    for (let left = workingDays; left > 0;) {
      at += DAY;
      const weekday = new Date(at + DAY / 3).getUTCDay();
      if (weekday !== 0 && weekday !== 6) left -= 1;
    }
    return at;
  },
};

/** Something a script can complete or fail: a task, an adapter's work or a case of its own. */
export interface Waiting {
  element: string;
  kind: 'task' | 'activity' | 'child';
  key: string;
  index: number | undefined;
}

export class Player {
  at = BEGINNING;
  private state: State;
  private readonly counts = new Map<string, number>();
  /** Refusals that count as incidents: what a host would show to the person. */
  private readonly refusals: Pick<Incident, 'element' | 'code'>[] = [];

  constructor(
    private readonly model: ProcessModel,
    private readonly hold: ReadonlySet<string>,
    variables: Variables,
    message?: string,
  ) {
    this.state = initialState(model);
    this.apply({ type: 'start', at: this.at, variables, ...(message ? { message } : {}) });
  }

  get position(): Position {
    return position(this.model, this.state);
  }

  get incidents(): Pick<Incident, 'element' | 'code'>[] {
    return [...this.position.incidents, ...this.refusals];
  }

  count(element: string): number {
    return this.counts.get(element) ?? 0;
  }

  /** Everything that waits for a step of the script. */
  waiting(): Waiting[] {
    const { tasks, activities, children } = this.position;
    return [
      ...tasks.map(({ element, key, loopCounter }) => ({
        element,
        kind: 'task' as const,
        key,
        index: loopCounter,
      })),
      ...activities.map(({ element, occurrence }) => ({
        element,
        kind: 'activity' as const,
        ...this.place(occurrence),
      })),
      ...children.map(({ element, occurrence }) => ({
        element,
        kind: 'child' as const,
        ...this.place(occurrence),
      })),
    ];
  }

  /** Applies one event, and answers cases of their own that nobody holds. */
  apply(event: Event): void {
    const { state, commands } = step(this.model, this.state, event, scriptClock);
    this.state = state;
    for (const command of commands) {
      if (command.type === 'completed')
        this.counts.set(command.element, this.count(command.element) + 1);
    }
    const child = this.position.children.find(({ element }) => !this.hold.has(element));
    if (child)
      this.apply({ type: 'childDone', at: this.at, occurrence: child.occurrence, result: {} });
  }

  /** Notes that a person's outcome was refused; the task stays open. */
  refuse(element: string, error: unknown): void {
    if (!(error instanceof EventRefused) || error.code !== 'unknown-outcome') throw error;
    this.refusals.push({ element, code: 'unknown-outcome' });
  }

  /** Moves the clock; timers fire in the order of their due time. */
  advance(until: number): void {
    for (;;) {
      const next = this.position.timers.reduce<{ id: string; due: number } | undefined>(
        (first, timer) => (first && first.due <= timer.due ? first : timer),
        undefined,
      );
      if (!next || next.due > until) break;
      this.at = Math.max(this.at, next.due);
      this.apply({ type: 'timerFired', at: this.at, id: next.id });
    }
    this.at = Math.max(this.at, until);
  }

  private place(occurrence: string): Pick<Waiting, 'key' | 'index'> {
    const id = occurrence.slice(occurrence.lastIndexOf('~') + 1);
    return { key: occurrence, index: this.state.instances[id]?.index };
  }
}
