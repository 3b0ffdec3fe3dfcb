/** Plays events on a model in tests, with a clock on which five days of seven are worked. */
import type { ProcessModel } from '../../model/process.js';
import { initialState, position, step } from '../index.js';
import type { Clock, Command, Event, Position, State, Variables } from '../index.js';

const DAY = 86_400_000;
export const START = Date.parse('2026-03-02T09:00:00+08:00');

export const clock: Clock = { addWorkingDays: (from, days) => from + days * DAY, dayLength: DAY };

type EventOf<T extends Event['type']> = Omit<Extract<Event, { type: T }>, 'at' | 'type'>;

/** A case that is played: each method applies one event; `at` is the clock's hand. */
export class Play {
  state: State;
  at = START;
  commands: Command[] = [];
  clock = clock;
  readonly events: Event[] = [];

  constructor(
    readonly model: ProcessModel,
    variables: Variables = {},
    message?: string,
    engine?: number,
  ) {
    this.state = initialState(model, engine);
    this.apply({ type: 'start', at: this.at, variables, ...(message ? { message } : {}) });
  }

  apply(event: Event): this {
    // an engine that changed what it was given would throw
    const result = step(this.model, frozen(this.state), event, this.clock);
    this.events.push(event);
    this.state = result.state;
    for (const command of result.commands) this.commands.push(command);
    return this;
  }

  get position(): Position {
    return position(this.model, this.state);
  }

  /** Elements of the open tasks, in order. */
  get tasks(): string[] {
    return this.position.tasks.map(({ element }) => element);
  }

  get variables(): Variables {
    return this.position.variables;
  }

  get ended(): boolean {
    return this.state.ended;
  }

  /** `element: code` of each open incident. */
  get incidents(): string[] {
    return this.position.incidents.map(({ element, code }) => `${element}: ${code}`);
  }

  /** How often an element was completed. */
  count(element: string): number {
    return this.commands.filter((c) => c.type === 'completed' && c.element === element).length;
  }

  /** Completes an open task of an element; `index` picks one of a multi-instance. */
  complete(element: string, more: Partial<EventOf<'completeTask'>> = {}, index?: number): this {
    const task = this.position.tasks.find(
      (open) => open.element === element && (index === undefined || open.loopCounter === index),
    );
    if (!task) throw new Error(`${element} is not open, but ${this.tasks.join(', ')}`);
    return this.apply({ type: 'completeTask', at: this.at, key: task.key, answer: {}, ...more });
  }

  /** Answers an adapter's work. */
  answer(element: string, more: Partial<EventOf<'activityDone'>> = {}): this {
    const occurrence = this.occurrence(element);
    return this.apply({ type: 'activityDone', at: this.at, occurrence, result: null, ...more });
  }

  /** Lets an adapter's work fail, with an error of the diagram or for good. */
  fail(element: string, error?: string): this {
    const occurrence = this.occurrence(element);
    const message = '对方拒绝';
    return this.apply({
      type: 'activityFailed',
      at: this.at,
      occurrence,
      message,
      ...(error ? { error } : {}),
    });
  }

  message(name: string, more: Partial<EventOf<'messageReceived'>> = {}): this {
    return this.apply({ type: 'messageReceived', at: this.at, name, variables: {}, ...more });
  }

  retry(variables: Variables = {}): this {
    const id = this.position.incidents[0]?.id ?? '';
    return this.apply({ type: 'retryIncident', at: this.at, id, variables });
  }

  /** Moves the clock on; timers fire in the order of their due time. */
  advance(milliseconds: number): this {
    const until = this.at + milliseconds;
    for (;;) {
      const [next] = this.position.timers.sort((a, b) => a.due - b.due);
      if (!next || next.due > until) break;
      this.at = Math.max(this.at, next.due);
      this.apply({ type: 'timerFired', at: this.at, id: next.id });
    }
    this.at = until;
    return this;
  }

  private occurrence(element: string): string {
    return this.position.activities.find((open) => open.element === element)?.occurrence ?? '';
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(Object.freeze(value)).forEach(frozen);
  }
  return value;
}
