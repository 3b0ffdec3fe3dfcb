/** One case of a script, wherever it runs: the pure engine here, a workflow elsewhere. */
import { initialState, position, step } from '../engine/index.js';
import type { Clock, Command, Event, Position, State, Variables } from '../engine/index.js';
import type { ProcessModel } from '../model/process.js';

/** Something a script can complete or fail: a task, an adapter's work or a case of its own. */
export interface Waiting {
  element: string;
  kind: 'task' | 'activity' | 'child';
  key: string;
  index: number | undefined;
}

/** What the case sends to others. */
export type Thrown = Pick<
  Extract<Command, { type: 'throwMessage' }>,
  'element' | 'name' | 'key' | 'variables'
> & { kind: 'message' | 'signal' };

/** What came of an event, as far as others see it. */
export interface Effects {
  /** Elements that tokens left. */
  completed: string[];
  thrown: Thrown[];
}

export interface ScriptedCase {
  readonly model: ProcessModel;
  readonly position: Position;
  /** Everything that waits for a step of the script. */
  waiting(): Waiting[];
  /** @throws EventRefused */
  apply(event: Event): Promise<Effects>;
}

/** Where cases are played. */
export interface ScriptHost {
  /** A case of the model, not started yet. */
  open(model: ProcessModel): ScriptedCase;
  /** Whether time can be moved. */
  readonly advances: boolean;
  /** Whether an adapter's work can end with variables of its own; else it waits as a person's task. */
  readonly adaptersSetVariables: boolean;
}

/** The pure engine; time is what the events say. */
export function engineHost(clock: Clock): ScriptHost {
  return {
    advances: true,
    adaptersSetVariables: true,
    open: (model) => new EngineCase(model, clock),
  };
}

class EngineCase implements ScriptedCase {
  private state: State;

  constructor(
    readonly model: ProcessModel,
    private readonly clock: Clock,
  ) {
    this.state = initialState(model);
  }

  get position(): Position {
    return position(this.model, this.state);
  }

  waiting(): Waiting[] {
    return waitingIn(this.model, this.state);
  }

  apply(event: Event): Promise<Effects> {
    const { state, commands } = step(this.model, this.state, event, this.clock);
    this.state = state;
    return Promise.resolve(effectsOf(commands));
  }
}

/** What others see of a step. */
export function effectsOf(commands: Command[]): Effects {
  const effects: Effects = { completed: [], thrown: [] };
  for (const command of commands) {
    if (command.type === 'completed') effects.completed.push(command.element);
    if (command.type === 'throwMessage') effects.thrown.push({ ...command, kind: 'message' });
    if (command.type === 'throwSignal')
      effects.thrown.push({ ...command, key: undefined, kind: 'signal' });
  }
  return effects;
}

/** What of a case's state waits for a step of the script. */
export function waitingIn(model: ProcessModel, state: State): Waiting[] {
  const { tasks, activities, children } = position(model, state);
  const place = (key: string) => ({ key, index: indexOf(state, key) });
  return [
    ...tasks.map(({ element, key }) => ({ element, kind: 'task' as const, ...place(key) })),
    ...activities.map(({ element, occurrence }) => ({
      element,
      kind: 'activity' as const,
      ...place(occurrence),
    })),
    ...children.map(({ element, occurrence }) => ({
      element,
      kind: 'child' as const,
      ...place(occurrence),
    })),
  ];
}

/** That of the nearest multi-instance around: a task in a repeated sub-process has one. */
function indexOf({ instances }: State, key: string): number | undefined {
  let instance = instances[key.slice(key.lastIndexOf('~') + 1)];
  while (instance && instance.index === undefined) instance = instances[instance.parent];
  return instance?.index;
}

/** What starts a case of a script. */
export interface Start {
  variables: Variables;
  message?: string;
  signal?: string;
  startEvent?: string;
}
