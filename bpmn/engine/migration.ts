/**
 * Moves a running case to another version of its process: every token to the element of the same id
 * or the one chosen for it. Nothing is half moved: there is a new state, or a list of what stands
 * in the way. What has happened stays happened; what is waited for keeps its due time.
 */
import type {
  Element,
  EventDefinition,
  ProcessModel,
  Scope,
  SequenceFlow,
  SubProcess,
  UserTask,
} from '../model/process.js';
import type { Clock, Command } from './api.js';
import { Bodies } from './bodies.js';
import { Failure } from './failure.js';
import { closeOpen, keyOf, openTask } from './open.js';
import { Run } from './run.js';
import type { Completed, Container, Instance, State, Trigger, Work } from './state.js';
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
    | 'call-missing'
    | 'not-undoable'
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

  private moveInstance(old: Instance): undefined {
    const instance = this.run.instance(old.id);
    if (old.parent === '') return this.moveContainer(old, instance);
    if (old.called === undefined) {
      const element = this.fitting(old);
      if (!element) return;
      instance.element = element.id;
      this.moveOpen(old, instance, element);
    } else {
      instance.element = this.name(old.element);
      if (!this.isPart(instance, old.called))
        return this.refuse(
          old.element,
          'call-missing',
          `正在执行的被调用流程 ${old.called} 不在新版本中，请待它完成后再迁移。`,
        );
    }
    this.moveContainer(old, instance);
    this.moveUndoing(old, instance);
  }

  /** The new element of an instance; undefined, with a problem, when it does not fit. */
  private fitting(old: Instance): Element | undefined {
    const was = this.old.element(old);
    const element = this.counterpart(this.scopeAround(old), was);
    if (!element) return undefined;
    if (markerOf(element) !== markerOf(was))
      return this.refuse(
        was.id,
        'marker-differs',
        `“${was.name ?? was.id}”的多实例或循环标记与新版本不同，请待它完成后再迁移，或指定其他环节。`,
      );
    return element;
  }

  /** The element of the same id or the one chosen, if it is of the same kind. */
  private counterpart(scope: Scope | undefined, was: Element): Element | undefined {
    const id = this.name(was.id);
    const label = was.name ?? was.id;
    const element = scope && Object.hasOwn(scope.elements, id) ? scope.elements[id] : undefined;
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
    return element;
  }

  private scopeAround = (old: Instance): Scope | undefined =>
    this.scopeIn(this.run.bodies.scopeOf(this.run.instance(old.id)));

  /** The new version's scope that a place's tokens move in; undefined when the place is not moved. */
  private scopeIn(place: Instance): Scope | undefined {
    const { bodies } = this.run;
    try {
      return bodies.body(bodies.container(place)).scope;
    } catch {
      // the element around it could not be moved, which has been said
      return undefined;
    }
  }

  private isPart(called: Instance, process: string): boolean {
    try {
      return !!this.run.bodies.calledProcess(this.run.instance(called.parent), process);
    } catch {
      return false;
    }
  }

  /** A person's task opens under its new name; an adapter's work cannot be taken back. */
  private moveOpen(old: Instance, instance: Instance, element: Element): void {
    const { open } = old;
    if (!open || keyOf(old) === keyOf(instance)) return;
    if (open.type !== 'task') {
      this.refuse(
        old.element,
        'work-in-flight',
        `“${element.name ?? element.id}”的外部调用正在进行，不能改到别的环节，请待它完成后再迁移。`,
      );
      return;
    }
    instance.element = old.element;
    closeOpen(this.run, instance, 'cancelled');
    instance.element = element.id;
    instance.open = open;
    // of the same type as the one it was opened for
    this.run.emit({ type: 'openTask', task: openTask(instance, element as UserTask) });
  }

  private moveContainer(old: Instance, instance: Instance): undefined {
    const { container } = instance;
    if (!old.container || !container) return;
    const [before, scope] = [this.old.body(old).scope, this.scopeIn(instance)];
    const there = (id: string): string[] => {
      const was = before.elements[id];
      const element = was && this.counterpart(scope, was);
      return element ? [element.id] : [];
    };
    const flows = (ids: string[]): string[] => ids.flatMap((id) => this.flow(instance, id) ?? []);
    const moved: Container = { ...container, waiting: {} };
    for (const [flow, count] of Object.entries(old.container.waiting)) {
      const id = this.flow(instance, flow);
      if (id !== undefined) moved.waiting[id] = count;
    }
    if (container.completed)
      moved.completed = this.moveCompleted(before, scope, container.completed);
    if (container.resetting)
      moved.resetting = Object.fromEntries(
        Object.entries(container.resetting).flatMap(([id, came]) =>
          there(id).map((gateway) => [gateway, flows(came)]),
        ),
      );
    if (container.adHoc)
      moved.adHoc = { ...container.adHoc, pending: container.adHoc.pending.flatMap(there) };
    instance.container = moved;
  }

  /** What may have to be undone is looked for by its element, at whatever time that is. */
  private moveCompleted(before: Scope, scope: Scope | undefined, all: Completed[]): Completed[] {
    return all.flatMap((one) => {
      const was = before.elements[one.element];
      const element = was && this.counterpart(scope, was);
      if (!element) return [];
      if (one.inside === undefined) {
        if ('compensation' in element && element.compensation !== undefined)
          return { ...one, element: element.id };
        const label = was.name ?? was.id;
        const message = `“${label}”已经完成、以后可能要撤销，新版本却没有撤销它的环节，请在新版本中保留。`;
        return this.refuse(was.id, 'not-undoable', message) ?? [];
      }
      // what something was completed in has a body, in both versions
      const [old, now] = [was as SubProcess, element as SubProcess];
      const inside = this.moveCompleted(old.body, now.body, one.inside);
      return { ...one, element: element.id, inside };
    });
  }

  /** What is being undone, and what the instances of a multi-instance left to undo. */
  private moveUndoing(old: Instance, instance: Instance): void {
    const { undoing, multi } = instance;
    if (undoing)
      instance.undoing = {
        ...undoing,
        left: undoing.left.flatMap((one) => {
          const place = this.before.instances[one.in] as Instance;
          const before = this.old.body(this.old.container(place)).scope;
          const scope = this.scopeIn(this.run.instance(one.in));
          return this.moveCompleted(before, scope, [one]).map((moved) => ({ ...one, ...moved }));
        }),
      };
    if (multi?.undo) {
      const before = this.old.body(this.old.scopeOf(old)).scope;
      multi.undo = this.moveCompleted(before, this.scopeAround(old), multi.undo);
    }
  }

  /**
   * A flow on which a token waits: the same id, or the one between the same elements. It must still
   * lead to the element where the others are waited for, or the token would rest there for ever.
   */
  private flow(scope: Instance, id: string): string | undefined {
    const was = this.old.body(this.before.instances[scope.id] as Instance);
    const { source, target: join } = was.flows.get(id) as SequenceFlow;
    const element = was.scope.elements[join];
    const now = this.scopeIn(scope);
    if (!element || !now || !this.counterpart(now, element)) return undefined;
    const [name, target] = [this.name(source), this.name(join)];
    const found =
      now.flows.find((flow) => flow.id === id && flow.target === target) ??
      now.flows.find((flow) => flow.source === name && flow.target === target);
    return (
      found?.id ??
      this.refuse(
        join,
        'flow-missing',
        `有一个令牌在路径 ${id} 上等待汇聚，新版本没有这条路径，请待它汇聚后再迁移，或保留该路径。`,
      )
    );
  }

  /** What a retry would do again: its element is to be found then. */
  private moveWork(work: Work): Work | undefined {
    // what an incident is at lives: it is forgotten with it
    const place = this.before.instances[work.in] as Instance;
    if (work.do === 'arrive') {
      const flow = this.flow(this.run.instance(work.in), work.flow);
      return flow === undefined ? undefined : { ...work, flow };
    }
    if (!('element' in work) || work.element === undefined) return work;
    const was = this.old.elementIn(this.old.container(place), work.element);
    const element = this.counterpart(this.scopeIn(this.run.instance(work.in)), was);
    return element && { ...work, element: element.id };
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
    if (element.type === 'intermediateCatchEvent' || element.type === 'startEvent')
      awaited.push({ element: element.id, definition: definitionAt(element) });
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
  return outgoing.map((id) => bodies.elementIn(scope, (flows.get(id) as SequenceFlow).target));
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
