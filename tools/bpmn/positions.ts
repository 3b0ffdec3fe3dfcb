/** What of BPMN a script has carried out, and in which position: what the test of positions counts. */
import type { ScriptedCase, ScriptHost } from '../../bpmn/conformance/index.js';
import type {
  Element,
  EventDefinition,
  ProcessModel,
  Scope,
  SingleDefinition,
} from '../../bpmn/model/process.js';

/** Notes the elements that are completed wherever cases are played. */
export function noting(host: ScriptHost, completed: Set<string>): ScriptHost {
  const open = (model: ProcessModel): ScriptedCase => {
    const played = host.open(model);
    return Object.assign(Object.create(played) as ScriptedCase, {
      apply: async (event: Parameters<ScriptedCase['apply']>[0]) => {
        const effects = await played.apply(event);
        for (const element of effects.completed) completed.add(element);
        return effects;
      },
    });
  };
  return { ...host, open };
}

/**
 * The positions of a process in which something was carried out, in words: `boundary timer cycle`.
 * @param completed ids of the elements that were completed
 */
export function positionsIn(model: ProcessModel, completed: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const [place, scope] of scopesOf(model))
    for (const element of Object.values(scope.elements))
      if (isCarriedOut(element, scope, completed))
        for (const position of positionsOf(element, scope, place)) found.add(position);
  return found;
}

/** A boundary event that undoes is carried out when its handler is; it never happens itself. */
function isCarriedOut(element: Element, { elements }: Scope, completed: ReadonlySet<string>) {
  if (element.type !== 'boundaryEvent' || element.definition.type !== 'compensate')
    return completed.has(element.id);
  const host = elements[element.attachedTo];
  return !!host && 'compensation' in host && completed.has(host.compensation ?? '');
}

function* scopesOf(model: ProcessModel, place = 'process'): Generator<[string, Scope]> {
  yield* inside(model.body, place);
  for (const called of Object.values(model.called)) yield* scopesOf(called, 'called process');
}

function* inside(scope: Scope, place: string): Generator<[string, Scope]> {
  yield [place, scope];
  for (const element of Object.values(scope.elements))
    if ('body' in element) yield* inside(element.body, nameOf(element));
}

function* positionsOf(element: Element, scope: Scope, place: string): Generator<string> {
  const name = nameOf(element);
  yield `${name} in a ${place}`;
  if ('boundary' in element) yield* markersOf(element, name);
  if (element.type.endsWith('Gateway')) {
    if (element.outgoing.length > 1) yield `${name} that splits`;
    if (element.incoming.length > 1) yield `${name} that joins`;
  }
  if ('instantiate' in element && element.instantiate !== undefined)
    yield `${name} that begins a process${element.instantiate === 'parallel' ? ', all of its events' : ''}`;
  const at = eventPosition(element, place);
  if (at !== undefined)
    for (const kind of kindsOf('definition' in element ? element.definition : undefined))
      yield `${at} ${kind}`;
  if (isBehindGateway(element, scope))
    for (const kind of 'definition' in element ? kindsOf(element.definition) : [name])
      yield `behind an event-based gateway: ${kind}`;
}

function* markersOf(element: Extract<Element, { boundary: string[] }>, name: string) {
  if (element.multiInstance)
    yield `${name}, ${element.multiInstance.sequential ? 'sequential' : 'parallel'} multi-instance`;
  if (element.loop) yield `${name}, loop`;
  if (element.isForCompensation) yield `${name}, undoing another`;
  if (element.compensation !== undefined) yield `${name}, undone by another`;
}

function eventPosition(element: Element, place: string): string | undefined {
  const interrupts = 'interrupting' in element && element.interrupting;
  switch (element.type) {
    case 'startEvent':
      // that of an event sub-process is counted there
      return place === 'event sub-process' ? undefined : 'start';
    case 'eventSubProcess':
      return `event sub-process ${interrupts ? 'interrupting' : 'non-interrupting'}`;
    case 'boundaryEvent':
      return `boundary ${interrupts ? 'interrupting' : 'non-interrupting'}`;
    case 'intermediateCatchEvent':
      return 'catch';
    case 'intermediateThrowEvent':
      return 'throw';
    case 'endEvent':
      return 'end';
    default:
      return undefined;
  }
}

function kindsOf(definition: EventDefinition | undefined): string[] {
  if (!definition) return ['none'];
  if (definition.type === 'multiple')
    return [definition.parallel ? 'parallel multiple' : 'multiple'];
  return [kindOf(definition)];
}

const kindOf = (definition: SingleDefinition): string =>
  definition.type === 'timer' ? `timer ${definition.timer.kind}` : definition.type;

const isBehindGateway = (element: Element, { elements, flows }: Scope): boolean =>
  element.type !== 'eventBasedGateway' &&
  flows.some(
    ({ source, target }) => target === element.id && elements[source]?.type === 'eventBasedGateway',
  );

const NAMES: Partial<Record<Element['type'], string>> = {
  userTask: 'user task',
  serviceTask: 'service task',
  scriptTask: 'script task',
  businessRuleTask: 'business rule task',
  receiveTask: 'receive task',
  task: 'abstract task',
  manualTask: 'manual task',
  callActivity: 'call activity',
  subProcess: 'sub-process',
  adHocSubProcess: 'ad-hoc sub-process',
  eventSubProcess: 'event sub-process',
  exclusiveGateway: 'exclusive gateway',
  parallelGateway: 'parallel gateway',
  inclusiveGateway: 'inclusive gateway',
  complexGateway: 'complex gateway',
  eventBasedGateway: 'event-based gateway',
  startEvent: 'start event',
  endEvent: 'end event',
  boundaryEvent: 'boundary event',
  intermediateCatchEvent: 'catch event',
  intermediateThrowEvent: 'throw event',
};

function nameOf(element: Element): string {
  if (element.type === 'serviceTask' && element.message) return 'send task';
  if (element.type === 'subProcess' && element.transaction) return 'transaction';
  if (element.type === 'callActivity' && element.separate) return 'separate call activity';
  return NAMES[element.type] ?? element.type;
}
