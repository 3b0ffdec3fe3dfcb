import type { Element, ProcessModel } from '../model/process.js';
import type { Clock, Command } from './api.js';
import { behaves, type Behaves } from './behaviour-flags.js';
import { Bodies } from './bodies.js';
import { Changes } from './changes.js';
import { Lookup } from './lookup.js';
import { copyInstance, copyState, type Instance, type State, type Work } from './state.js';
import { StepBudget } from './step-budget.js';
import type { WatchedConditions } from './watched-conditions.js';
import { WorkStack } from './work-stack.js';

/** One step under way: the state being changed, what is still to do, and what to tell the host. */
export class Run {
  /** Its instances may be those of the given state: only `instance` gives one that can be changed. */
  readonly state: State;
  readonly bodies: Bodies;
  readonly lookup: Lookup;
  readonly budget: StepBudget;
  readonly commands: Command[] = [];
  /** Instances created or copied in this step. */
  private readonly own = new Set<string>();
  private readonly work = new WorkStack();
  /** Containers in which a token moved or died since their inclusive joins were last looked at. */
  readonly touched = new Set<string>();
  readonly changes = new Changes();
  /** Conditions that are waited for; known once they were first looked at. */
  watched: WatchedConditions | undefined;
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
    this.lookup = new Lookup(this.state);
    this.budget = new StepBudget(this.state.engine);
  }

  /** Whether this case has a change of behaviour. */
  behaves(flag: Behaves): boolean {
    return behaves(this.state.engine, flag);
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

  /** How much waits for its turn. */
  get waiting(): number {
    return this.work.size;
  }

  /** Takes all that is still to do, in its order. */
  takeWork(): Work[] {
    return this.work.takeAll().filter((work) => this.state.instances[work.in]);
  }

  /**
   * Forgets what is still to do directly in a place, also behind an incident; what lives inside it
   * dies with its instances.
   * @param kept what is to be done all the same
   */
  dropWork(place: string, kept: (work: Work) => boolean): void {
    this.work.drop(place, kept);
    if (!this.lookup.holdsWork(place)) return;
    const stays = (work: Work): boolean => work.in !== place || kept(work);
    for (const incident of Object.values(this.state.incidents))
      if (incident.rest)
        this.state.incidents[incident.id] = { ...incident, rest: incident.rest.filter(stays) };
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
    const instance = this.add({
      variables: {},
      triggers: [],
      ...more,
      id: this.nextId(),
      element,
      parent: parent.id,
    });
    this.lookup.born(instance);
    this.budget.lives(1);
    return instance;
  }

  /** Takes an instance out of the state. */
  delete(instance: Instance): void {
    delete this.state.instances[instance.id];
    this.lookup.gone(instance);
    this.budget.lives(-1);
  }
}
