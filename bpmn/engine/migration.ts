/**
 * Moves a running case to another version of its process: every token to the element of the same id
 * or the one chosen for it. Nothing is half moved: there is a new state, or a list of what stands
 * in the way. What has happened stays happened; what is waited for keeps its due time.
 */
import type { Element, EventDefinition, ProcessModel } from '../model/process.js';
import type { Clock, Command } from './api.js';
import { Bodies } from './bodies.js';
import { Failure } from './failure.js';
import { closeOpen, keyOf, openTask } from './open.js';
import { Run } from './run.js';
import type { Container, Instance, State, Trigger, Work } from './state.js';
import { dismiss, waitFor, type Awaited } from './triggers.js';

export interface MigrationPlan {
  /** Old element → new element, where the id is another. Applies in called processes too. */
  elements?: Record<string, string>;
  /** Elements (of the new version) whose timers are set anew from now on. */
  retime?: string[];
}

/** Why a case cannot be moved: the old element, and what the admin can do. */
export interface MigrationProblem {
  element: string;
  code:
    | 'element-missing'
    | 'type-differs'
    | 'marker-differs'
    | 'flow-missing'
    | 'work-in-flight'
    | 'not-armed';
  message: string;
}

export type Migration =
  { ok: true; state: State; commands: Command[] } | { ok: false; problems: MigrationProblem[] };

/** Pure. @param at the instant of the migration, milliseconds since the epoch */
export function migrate(
  from: ProcessModel,
  to: ProcessModel,
  state: State,
  plan: MigrationPlan,
  at: number,
  clock: Clock,
): Migration {
  return new Mover(from, to, state, plan, at, clock).move();
}

class Mover {
  private readonly problems: MigrationProblem[] = [];
  private readonly old: Bodies;
  private readonly run: Run;
  private readonly names: ReadonlyMap<string, string>;
  private readonly retime: ReadonlySet<string>;

  constructor(
    from: ProcessModel,
    to: ProcessModel,
    private readonly before: State,
    plan: MigrationPlan,
    at: number,
    clock: Clock,
  ) {
    this.old = new Bodies(from, before);
    this.run = new Run(to, { ...before, process: to.id }, at, clock);
    this.names = new Map(Object.entries(plan.elements ?? {}));
    this.retime = new Set(plan.retime ?? []);
  }

  move(): Migration {
    const { state } = this.run;
    // parents stand before what they contain, so a body is known before what is in it
    for (const old of Object.values(this.before.instances)) this.moveInstance(old);
    for (const incident of Object.values(this.before.incidents)) {
      const retry = this.moveWork(incident.retry);
      const element = this.name(incident.element);
      if (retry) state.incidents[incident.id] = { ...incident, element, retry };
    }
    if (this.problems.length > 0) return { ok: false, problems: this.problems };
    for (const instance of Object.values(state.instances)) this.waitAnew(instance);
    if (this.problems.length > 0) return { ok: false, problems: this.problems };
    return { ok: true, state, commands: this.run.commands };
  }

  private name = (element: string): string => this.names.get(element) ?? element;

  private moveInstance(old: Instance): void {
    const instance = this.run.instance(old.id);
    if (old.parent === '') {
      this.moveContainer(old, instance);
      return;
    }
    if (old.called === undefined) {
      const element = this.fitting(old);
      if (!element) return;
      instance.element = element.id;
      this.moveOpen(old, instance, element);
    } else {
      instance.element = this.name(old.element);
    }
    this.moveContainer(old, instance);
  }

  /** The new element of an instance; undefined, with a problem, when it does not fit. */
  private fitting(old: Instance): Element | undefined {
    const was = this.old.element(old);
    const id = this.name(was.id);
    const label = was.name ?? was.id;
    const element = this.find(old, id);
    if (!element)
      return this.refuse(
        was.id,
        'element-missing',
        `新版本的同一层流程中没有“${label}”（${id}），请指定它移到哪个环节。`,
      );
    if (element.type !== was.type)
      return this.refuse(
        was.id,
        'type-differs',
        `“${label}”在新版本中是另一类环节，请指定同类的环节。`,
      );
    if (markerOf(element) !== markerOf(was))
      return this.refuse(
        was.id,
        'marker-differs',
        `“${label}”的多实例或循环标记与新版本不同，请待它完成后再迁移，或指定其他环节。`,
      );
    return element;
  }

  private find(old: Instance, id: string): Element | undefined {
    try {
      const scope = this.run.bodies.scopeOf(this.run.instance(old.id));
      const { elements } = this.run.bodies.body(scope).scope;
      return Object.hasOwn(elements, id) ? elements[id] : undefined;
    } catch {
      // the element around it could not be moved, which has been said
      return undefined;
    }
  }

  /** A person's task opens under its new name; an adapter's work cannot be taken back. */
  private moveOpen(old: Instance, instance: Instance, element: Element): void {
    if (!old.open || keyOf(old) === keyOf(instance)) return;
    if (old.open.type !== 'task') {
      this.refuse(
        old.element,
        'work-in-flight',
        `“${element.name ?? element.id}”的外部调用正在进行，不能改到别的环节，请待它完成后再迁移。`,
      );
      return;
    }
    const { open } = instance;
    instance.element = old.element;
    closeOpen(this.run, instance, 'cancelled');
    instance.element = element.id;
    if (open) instance.open = open;
    if (element.type === 'userTask')
      this.run.emit({ type: 'openTask', task: openTask(instance, element) });
  }

  private moveContainer(old: Instance, instance: Instance): void {
    const { container } = instance;
    if (!old.container || !container) return;
    const flows = (ids: string[]): string[] => ids.flatMap((id) => this.flow(instance, id) ?? []);
    const moved: Container = { ...container, waiting: {} };
    for (const [flow, count] of Object.entries(old.container.waiting)) {
      const id = this.flow(instance, flow);
      if (id !== undefined) moved.waiting[id] = count;
    }
    if (container.completed)
      moved.completed = container.completed.map((one) => ({
        ...one,
        element: this.name(one.element),
      }));
    if (container.resetting)
      moved.resetting = Object.fromEntries(
        Object.entries(container.resetting).map(([id, came]) => [this.name(id), flows(came)]),
      );
    if (container.adHoc)
      moved.adHoc = { ...container.adHoc, pending: container.adHoc.pending.map(this.name) };
    instance.container = moved;
  }

  /** A flow on which a token waits: the same id, or the one between the same elements. */
  private flow(scope: Instance, id: string): string | undefined {
    try {
      const { flows } = this.run.bodies.body(scope);
      if (flows.has(id)) return id;
      const was = this.old.body(this.before.instances[scope.id] as Instance).flows.get(id);
      for (const flow of flows.values()) {
        if (was && flow.source === this.name(was.source) && flow.target === this.name(was.target))
          return flow.id;
      }
      this.refuse(
        was?.target ?? id,
        'flow-missing',
        `有一个令牌在路径 ${id} 上等待汇聚，新版本没有这条路径，请待它汇聚后再迁移，或保留该路径。`,
      );
    } catch {
      // the scope itself could not be moved, which has been said
    }
    return undefined;
  }

  private moveWork(work: Work): Work | undefined {
    const scope = this.run.state.instances[work.in];
    if (work.do === 'arrive') {
      const flow = scope && this.flow(scope, work.flow);
      return flow === undefined ? undefined : { ...work, flow };
    }
    if (!('element' in work) || work.element === undefined) return work;
    return { ...work, element: this.name(work.element) };
  }

  /** Events at an instance are waited for as the new version draws them. */
  private waitAnew(instance: Instance): void {
    const awaited = this.awaitedBy(instance);
    const old = this.before.instances[instance.id] as Instance;
    const kept: Trigger[] = [];
    for (const trigger of old.triggers) {
      const element = this.name(trigger.element);
      const here = awaited.find((one) => one.element === element && one.inside === trigger.inside);
      const same =
        here && JSON.stringify(here.definition) === JSON.stringify(this.definitionOf(old, trigger));
      const again = trigger.type === 'timer' && this.retime.has(element);
      // a timer keeps its due time also where the new version counts otherwise, unless chosen
      const timerStays = trigger.type === 'timer' && here?.definition.type === 'timer';
      if (here && !again && (same || timerStays) && element === trigger.element) kept.push(trigger);
      else dismiss(this.run, trigger);
    }
    instance.triggers = kept;
    const missing = awaited.filter(
      ({ element, inside }) =>
        !kept.some((one) => one.element === element && one.inside === inside) &&
        !this.hasHappened(old, element, inside),
    );
    const failure = waitFor(this.run, instance, missing);
    if (failure instanceof Failure)
      this.refuse(instance.element, 'not-armed', `新版本中等待的事件无法建立：${failure.message}`);
  }

  /** What an instance waits for by the new version, as far as its life has come. */
  private awaitedBy(instance: Instance): Awaited[] {
    const { bodies } = this.run;
    const awaited: Awaited[] = [];
    if (instance.container && !instance.container.deaf)
      for (const { id, definition } of bodies.body(instance).handlers)
        awaited.push({ element: id, definition, inside: true });
    if (instance.parent === '' || instance.called !== undefined || instance.undoing) return awaited;
    const element = bodies.element(instance);
    const scope = bodies.scopeOf(instance);
    if ('boundary' in element && instance.index === undefined && isArmed(this.before, instance))
      for (const { id, definition } of bodies.boundaryEvents(scope, element))
        awaited.push({ element: id, definition });
    if (element.type === 'intermediateCatchEvent')
      awaited.push({ element: element.id, definition: element.definition });
    if (element.type === 'receiveTask' && !instance.multi && !isHeld(this.before, instance))
      awaited.push({
        element: element.id,
        definition: { type: 'message', message: element.message },
      });
    if (element.type === 'eventBasedGateway')
      for (const target of targetsOf(bodies, scope, element.outgoing))
        awaited.push({ element: target.id, definition: definitionAt(target) });
    return awaited;
  }

  /** What the old version waited for there too, and waits for no more, is not waited for again. */
  private hasHappened(old: Instance, element: string, inside: true | undefined): boolean {
    const scope = inside ? old : this.old.scopeOf(old);
    const { elements } = this.old.body(scope).scope;
    const before = Object.keys(elements).filter((id) => this.name(id) === element);
    const waited = old.triggers.some(
      (trigger) => before.includes(trigger.element) && trigger.inside === inside,
    );
    return before.length > 0 && !waited;
  }

  private definitionOf(old: Instance, { element: id, inside }: Trigger): EventDefinition {
    const scope = inside ? old : this.old.scopeOf(old);
    return definitionAt(this.old.elementIn(scope, id));
  }

  private refuse(element: string, code: MigrationProblem['code'], message: string): undefined {
    this.problems.push({ element, code, message });
    return undefined;
  }
}

function targetsOf(bodies: Bodies, scope: Instance, outgoing: string[]): Element[] {
  const { flows } = bodies.body(scope);
  return outgoing.map((id) => bodies.elementIn(scope, flows.get(id)?.target ?? ''));
}

function definitionAt(element: Element): EventDefinition {
  if (element.type === 'receiveTask') return { type: 'message', message: element.message };
  if ('definition' in element && element.definition) return element.definition;
  throw new Error(`${element.id} waits for nothing`);
}

/** An activity held by an incident before its boundary events were armed has none yet. */
function isArmed({ incidents }: State, { id }: Instance): boolean {
  return !Object.values(incidents).some(
    ({ retry }) => retry.in === id && (retry.do === 'begin' || retry.do === 'arm'),
  );
}

/** An incident holds it before its own work began. */
const isHeld = ({ incidents }: State, { id }: Instance): boolean =>
  Object.values(incidents).some(({ retry }) => retry.in === id && retry.do !== 'complete');

function markerOf(element: Element): string {
  if ('loop' in element && element.loop) return 'loop';
  if (!('multiInstance' in element) || !element.multiInstance) return '';
  return element.multiInstance.sequential ? 'sequential' : 'parallel';
}
