/**
 * A case between two versions of its process: which element of the new one an element of the old one
 * is, and what stands in the way.
 */
import type { Element, ProcessModel, Scope, SequenceFlow } from '../../model/process.js';
import type { Clock } from '../api.js';
import { Bodies } from '../bodies.js';
import { Run } from '../run.js';
import type { Instance, State } from '../state.js';
import { heldIn, type Held } from './awaited.js';

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

export class Versions {
  readonly problems: MigrationProblem[] = [];
  readonly old: Bodies;
  /** The case as it comes to stand on the new version, with what the host is told. */
  readonly run: Run;
  readonly retime: ReadonlySet<string>;
  /** What incidents held before the move. */
  readonly held: Held;
  private readonly names: ReadonlyMap<string, string>;

  /** @param at the instant of the migration, milliseconds since the epoch */
  constructor(
    from: ProcessModel,
    to: ProcessModel,
    readonly before: State,
    plan: MigrationPlan,
    at: number,
    clock: Clock,
  ) {
    this.old = new Bodies(from, before);
    this.run = new Run(to, { ...before, process: to.id }, at, clock);
    this.names = new Map(Object.entries(plan.elements ?? {}));
    this.retime = new Set(plan.retime ?? []);
    this.held = heldIn(before);
  }

  name = (element: string): string => this.names.get(element) ?? element;

  /** An instance as it was. Who asks has its id from the state. */
  was = (id: string): Instance => this.before.instances[id] as Instance;

  /** The element of the same id or the one chosen, if it is of the same kind. */
  counterpart(scope: Scope | undefined, was: Element): Element | undefined {
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

  /** The new version's scope around an instance; undefined when what is around it is not moved. */
  scopeAround = (id: string): Scope | undefined =>
    this.scopeIn(this.run.bodies.scopeOf(this.run.instance(id)));

  /** The new version's scope that a place's tokens move in; undefined when the place is not moved. */
  scopeIn(place: Instance): Scope | undefined {
    const { bodies } = this.run;
    try {
      return bodies.body(bodies.container(place)).scope;
    } catch {
      // the element around it could not be moved, which has been said
      return undefined;
    }
  }

  /**
   * A flow on which a token waits: the same id, or the one between the same elements. It must still
   * lead to the element where the others are waited for, or the token would rest there for ever.
   */
  flow(scope: Instance, id: string): string | undefined {
    const was = this.old.body(this.was(scope.id));
    const { source, target: join } = was.flows.get(id) as SequenceFlow;
    const now = this.scopeIn(scope);
    if (!this.counterpart(now, was.scope.elements[join] as Element)) return undefined;
    const [name, target] = [this.name(source), this.name(join)];
    const led = now?.flows.filter((flow) => flow.target === target) ?? [];
    const found = led.find((flow) => flow.id === id) ?? led.find((flow) => flow.source === name);
    return (
      found?.id ??
      this.refuse(
        join,
        'flow-missing',
        `有一个令牌在路径 ${id} 上等待汇聚，新版本没有这条路径，请待它汇聚后再迁移，或保留该路径。`,
      )
    );
  }

  refuse(element: string, code: MigrationProblem['code'], message: string): undefined {
    this.problems.push({ element, code, message });
    return undefined;
  }
}
