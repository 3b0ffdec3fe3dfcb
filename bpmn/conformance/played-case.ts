/** One case of a script: its state, and what it waits for. */
import { initialState, position, step } from '../engine/index.js';
import type { Clock, Command, Event, Position, State } from '../engine/index.js';
import type { ProcessModel } from '../model/process.js';

/** Something a script can complete or fail: a task, an adapter's work or a case of its own. */
export interface Waiting {
  element: string;
  kind: 'task' | 'activity' | 'child';
  key: string;
  index: number | undefined;
}

export class PlayedCase {
  state: State;

  constructor(readonly model: ProcessModel) {
    this.state = initialState(model);
  }

  get position(): Position {
    return position(this.model, this.state);
  }

  apply(event: Event, clock: Clock): Command[] {
    const { state, commands } = step(this.model, this.state, event, clock);
    this.state = state;
    return commands;
  }

  /** Everything that waits for a step of the script. */
  waiting(): Waiting[] {
    const { tasks, activities, children } = this.position;
    return [
      ...tasks.map(({ element, key }) => ({ element, kind: 'task' as const, ...this.place(key) })),
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

  /** The index is that of the nearest multi-instance around: a task in a repeated sub-process has one. */
  private place(key: string): Pick<Waiting, 'key' | 'index'> {
    const { instances } = this.state;
    let instance = instances[key.slice(key.lastIndexOf('~') + 1)];
    while (instance && instance.index === undefined) instance = instances[instance.parent];
    return { key, index: instance?.index };
  }
}
