import type { Element, ProcessModel } from '../model/process.js';
import type { Clock, Command } from './api.js';
import { Bodies } from './bodies.js';
import { copyInstance, copyState, type Instance, type State, type Work } from './state.js';

/** One step under way: the state being changed, what is still to do, and what to tell the host. */
export class Run {
  /** Its instances may be those of the given state: only `instance` gives one that can be changed. */
  readonly state: State;
  readonly bodies: Bodies;
  readonly commands: Command[] = [];
  /** Instances created or copied in this step. */
  private readonly own = new Set<string>();
  /** A stack: the first branch of a fork comes to rest before the next one moves. */
  private work: Work[] = [];
  /** Containers in which a token moved or died since their inclusive joins were last looked at. */
  readonly touched = new Set<string>();
  /** Whether a variable changed, or a condition was armed, since conditions were last looked at. */
  changed = false;
  /** Which definition of the start event has opened the case, at the step that does. */
  cameFirst = 0;

  constructor(
    readonly model: ProcessModel,
    state: State,
    /** Instant of the event, milliseconds since the epoch. */
    readonly at: number,
    readonly clock: Clock,
  ) {
    this.state = copyState(state);
    this.bodies = new Bodies(model, this.state);
  }

  /** Puts work on top; what comes first in the list is done first. */
  push(...work: Work[]): void {
    for (let i = work.length - 1; i >= 0; i -= 1) this.work.push(work[i] as Work);
  }

  /** Takes the next work whose place is still alive. */
  next(): Work | undefined {
    for (;;) {
      const work = this.work.pop();
      if (!work || this.state.instances[work.in]) return work;
    }
  }

  /**
   * Forgets what is still to do directly in a place; what lives inside it dies with its instances.
   * @param kept what is to be done all the same
   */
  dropWork(place: string, kept: (work: Work) => boolean): void {
    this.work = this.work.filter((work) => work.in !== place || kept(work));
  }

  emit(command: Command): void {
    this.commands.push(command);
  }

  /** Tells the host that an element was completed. */
  completed(element: Element): void {
    this.emit({
      type: 'completed',
      element: element.id,
      elementType: element.type,
      ...(element.name === undefined ? {} : { name: element.name }),
    });
  }

  /** The next number, as text; never given twice in a case. */
  nextId(): string {
    this.state.counter += 1;
    return String(this.state.counter);
  }

  /** A living instance, to be changed: copied when it is first asked for, so that a step costs what it changes. */
  instance(id: string): Instance {
    const instance = this.state.instances[id];
    if (!instance) throw new Error(`no instance ${id}`);
    return this.own.has(id) ? instance : this.add(copyInstance(instance));
  }

  /** Puts an instance of this step's own into the state. */
  add(instance: Instance): Instance {
    this.own.add(instance.id);
    this.state.instances[instance.id] = instance;
    return instance;
  }

  /** Creates an instance of an element inside `parent`. */
  create(parent: Instance, element: string, more: Partial<Instance> = {}): Instance {
    return this.add({
      variables: {},
      triggers: [],
      ...more,
      id: this.nextId(),
      element,
      parent: parent.id,
    });
  }
}
