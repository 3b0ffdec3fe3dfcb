/** The static side: which scope of the model an instance lives in, and what flows there. */
import type { DecisionModel } from '../dmn/model.js';
import type {
  Activity,
  BoundaryEvent,
  Element,
  EventBasedGateway,
  EventSubProcess,
  ProcessModel,
  ReceiveTask,
  Scope,
  SequenceFlow,
  StartEvent,
} from '../model/process.js';
import type { Instance, State } from './state.js';

/** A scope of the model, indexed, with the process it belongs to. */
export interface Body {
  process: ProcessModel;
  scope: Scope;
  flows: Map<string, SequenceFlow>;
  /** Elements at which a token starts without an event: neither incoming flow nor trigger. */
  implicitStarts: string[];
  /** Elements that may start the scope: start events, and what is marked to start a process. */
  starts: Entry[];
  handlers: EventSubProcess[];
  /** Link throw events by the catch event at which their tokens go on. */
  linkedFrom: Map<string, string[]>;
}

/** Where a process or sub-process begins. */
export type Entry = StartEvent | ReceiveTask | EventBasedGateway;

/** Depth of calls beyond which a diagram is taken to call itself without end. */
const MAX_CALL_DEPTH = 32;

const indexed = new WeakMap<Scope, Body>();

function index(process: ProcessModel, scope: Scope): Body {
  let body = indexed.get(scope);
  // the same scope object may stand in two process objects (a called process linked twice)
  if (!body || body.process !== process) {
    const elements = Object.values(scope.elements);
    body = {
      process,
      scope,
      flows: new Map(scope.flows.map((flow) => [flow.id, flow])),
      implicitStarts: elements
        .filter((element) => element.incoming.length === 0 && startsImplicitly(element))
        .map(({ id }) => id),
      starts: elements.filter(isEntry),
      handlers: elements.filter(({ type }) => type === 'eventSubProcess') as EventSubProcess[],
      linkedFrom: linksOf(elements),
    };
    indexed.set(scope, body);
  }
  return body;
}

const isEntry = (element: Element): element is Entry =>
  element.type === 'startEvent' || ('instantiate' in element && element.instantiate !== undefined);

/** Not what waits for something other than the start of its scope. */
function startsImplicitly(element: Element): boolean {
  if (isEntry(element) || element.type === 'boundaryEvent') return false;
  if (element.type === 'eventSubProcess') return false;
  if (element.type === 'intermediateCatchEvent') return element.definition.type !== 'link';
  return !('isForCompensation' in element && element.isForCompensation);
}

function linksOf(elements: Element[]): Map<string, string[]> {
  const links = new Map<string, string[]>();
  for (const element of elements) {
    if (element.type !== 'intermediateThrowEvent' || element.definition?.type !== 'link') continue;
    const { target = '' } = element.definition;
    const others = links.get(target);
    if (others) others.push(element.id);
    else links.set(target, [element.id]);
  }
  return links;
}

/** Finds the bodies of instances; one for each step, because instances come and go. */
export class Bodies {
  private readonly known = new Map<string, Body>();

  constructor(
    private readonly model: ProcessModel,
    private readonly state: State,
  ) {}

  /** The instance itself or the nearest one around it that contains tokens. */
  container(instance: Instance): Instance {
    let current = instance;
    while (!current.container) current = this.instance(current.parent);
    return current;
  }

  /** The scope instance that a token in `instance` belongs to: the nearest container around it. */
  scopeOf(instance: Instance): Instance {
    return this.container(this.instance(instance.parent));
  }

  /** The body that a container's tokens move in. */
  body(container: Instance): Body {
    let body = this.known.get(container.id);
    if (!body) {
      body = this.find(container);
      this.known.set(container.id, body);
    }
    return body;
  }

  /** The element of an instance. */
  element(instance: Instance): Element {
    return this.elementIn(this.scopeOf(instance), instance.element);
  }

  elementIn(container: Instance, id: string): Element {
    const element = this.body(container).scope.elements[id];
    if (!element) throw new Error(`the model has no element ${id}`);
    return element;
  }

  /** The activity that an instance carries out. */
  activity(instance: Instance): Activity {
    const element = this.element(instance);
    if (!('boundary' in element)) throw new Error(`${element.id} is no activity`);
    return element;
  }

  boundaryEvents(container: Instance, activity: Activity): BoundaryEvent[] {
    return activity.boundary.map((id) => this.elementIn(container, id) as BoundaryEvent);
  }

  /** The process a call activity calls, seen from where it stands; undefined when nobody linked it. */
  calledProcess(from: Instance, id: string): ProcessModel | undefined {
    for (let current = from; ; current = this.instance(current.parent)) {
      const { process } = this.body(this.container(current));
      const found = process.called[id] ?? (process.id === id ? process : undefined);
      if (found) return found;
      if (current.parent === '') return undefined;
    }
  }

  /** The file of a decision, as the nearest process around froze it. */
  decision(from: Instance, id: string): DecisionModel | undefined {
    for (let current = from; ; current = this.instance(current.parent)) {
      const found = this.body(this.container(current)).process.decisions?.[id];
      if (found || current.parent === '') return found;
    }
  }

  /** Whether one more call at this place would nest too deeply. */
  tooDeep(instance: Instance): boolean {
    let depth = 0;
    for (let current = instance; current.parent !== ''; current = this.instance(current.parent)) {
      if (current.called) depth += 1;
    }
    return depth >= MAX_CALL_DEPTH;
  }

  private find(container: Instance): Body {
    if (container.parent === '') return index(this.model, this.model.body);
    if (container.called) {
      const process = this.calledProcess(this.instance(container.parent), container.called);
      if (!process)
        throw new Error(`the model does not hold the called process ${container.called}`);
      return index(process, process.body);
    }
    const scope = this.scopeOf(container);
    const element = this.elementIn(scope, container.element);
    if (!('body' in element)) throw new Error(`${element.id} contains nothing`);
    return index(this.body(scope).process, element.body);
  }

  private instance(id: string): Instance {
    const instance = this.state.instances[id];
    if (!instance) throw new Error(`no instance ${id}`);
    return instance;
  }
}
