/** Walks a process as its people would, on the pure engine: for the tests of the diagrams. */
import {
  type Clock,
  type Command,
  type Event,
  initialState,
  type Json,
  position,
  type State,
  step,
  type Variables,
} from '../engine/index.js';
import type { ProcessModel } from '../model/process.js';

const DAY = 86_400_000;
/** Monday, so that five working days end a week later. */
const START = Date.UTC(2026, 10, 23);
const clock: Clock = {
  addWorkingDays: (from, days) => from + Math.ceil((days / 5) * 7) * DAY,
  dayLength: DAY,
};

type Unstamped = Event extends infer Each ? (Each extends Event ? Omit<Each, 'at'> : never) : never;

export class Walk {
  private state: State;
  private now = START;
  /** Every element completed, in order. */
  readonly completed: string[] = [];

  /** @param results what the adapters answer, by element; `{}` where nothing is said */
  constructor(
    private readonly model: ProcessModel,
    variables: Variables,
    private readonly results: Record<string, Json> = {},
  ) {
    this.state = initialState(model);
    this.apply({ type: 'start', variables });
  }

  /** Elements of the user tasks that wait, sorted. */
  get tasks(): string[] {
    return this.at.tasks.map(({ element }) => element).sort();
  }

  /** Call activities under way as cases of their own, sorted. */
  get children(): string[] {
    return this.at.children.map(({ element }) => element).sort();
  }

  get ended(): boolean {
    return this.at.ended;
  }

  get at() {
    return position(this.model, this.state);
  }

  complete(element: string, outcome: string, form: Json = {}): this {
    const task = this.at.tasks.find((each) => each.element === element);
    if (!task) throw new Error(`${element} does not wait; waiting: ${this.tasks.join(', ')}`);
    return this.apply({
      type: 'completeTask',
      key: task.key,
      answer: { outcome, opinion: 'opinion', form },
    });
  }

  /** Completes tasks one after another: `accept:correct`. */
  through(...steps: string[]): this {
    for (const each of steps) {
      const [element, outcome] = each.split(':') as [string, string];
      this.complete(element, outcome);
    }
    return this;
  }

  endChild(element: string, outcome: string): this {
    const child = this.at.children.find((each) => each.element === element);
    if (!child) throw new Error(`${element} is not under way`);
    const state = outcome === 'granted' ? 'finished' : outcome;
    const result = { caseNumber: `${element}-1`, state, outcome };
    return this.apply({ type: 'childDone', occurrence: child.occurrence, result });
  }

  message(name: string, variables: Variables = {}): this {
    return this.apply({ type: 'messageReceived', name, variables });
  }

  /** Lets the timer of an element run out. */
  fire(element: string): this {
    const timer = this.at.timers.find((each) => each.element === element);
    if (!timer) throw new Error(`no timer at ${element}`);
    this.now = timer.due;
    return this.apply({ type: 'timerFired', id: timer.id });
  }

  private apply(event: Unstamped): this {
    const { state, commands } = step(
      this.model,
      this.state,
      { ...event, at: this.now } as Event,
      clock,
    );
    this.state = state;
    this.note(commands);
    for (const { occurrence, element } of this.at.activities) {
      if (!this.at.activities.some((each) => each.occurrence === occurrence)) continue;
      this.apply({ type: 'activityDone', occurrence, result: this.results[element] ?? {} });
    }
    return this;
  }

  private note(commands: Command[]): void {
    for (const command of commands) {
      if (command.type === 'completed') this.completed.push(command.element);
    }
  }
}
