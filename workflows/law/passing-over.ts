/**
 * Whether something done beside the diagram (a modification, a migration) would pass over a step that the
 * law or the purse asks for: a decision, a fee, a public notice. Pure.
 */
import type { Element, ProcessModel, Scope } from '../../bpmn/model/process.js';
import { PAYMENT_MESSAGE } from '../contracts/messages.js';

export type GateKind = 'decision' | 'fee' | 'public-notice';

export const GATE_NAMES: Readonly<Record<GateKind, string>> = {
  decision: '决定',
  fee: '缴费',
  'public-notice': '公示',
};

const BY_ACT: Readonly<Record<string, GateKind>> = {
  decide: 'decision',
  revoke: 'decision',
  pay: 'fee',
  'public-notice': 'public-notice',
};

export interface Gate {
  element: string;
  name: string;
  kind: GateKind;
}

/** What an element is by itself. */
function kindOf(element: Element): GateKind | undefined {
  if (element.type === 'userTask') return element.act ? BY_ACT[element.act] : undefined;
  if (element.type === 'serviceTask') return element.adapter === 'payment' ? 'fee' : undefined;
  if (element.type === 'receiveTask') return isPayment(element.message.name) ? 'fee' : undefined;
  if (element.type !== 'intermediateCatchEvent' || element.definition.type !== 'message')
    return undefined;
  return isPayment(element.definition.message.name) ? 'fee' : undefined;
}

const isPayment = (name: { value: string } | { feel: string }): boolean =>
  'value' in name && name.value === PAYMENT_MESSAGE;

/** Gates of an element: itself, and those within it. */
function gatesIn(model: ProcessModel, element: Element): Gate[] {
  const kind = kindOf(element);
  const own = kind ? [{ element: element.id, name: element.name ?? element.id, kind }] : [];
  const inner = innerOf(model, element);
  return inner ? [...own, ...gatesOf(model, inner)] : own;
}

const innerOf = (model: ProcessModel, element: Element): Scope | undefined => {
  if ('body' in element) return element.body;
  if (element.type !== 'callActivity' || element.separate) return undefined;
  return model.called[element.calledElement]?.body;
};

const gatesOf = (model: ProcessModel, scope: Scope): Gate[] =>
  Object.values(scope.elements).flatMap((element) => gatesIn(model, element));

/** Scopes around an element, the outermost first, each with the element of it that leads there. */
function* pathTo(
  model: ProcessModel,
  scope: Scope,
  wanted: string,
): Generator<{ scope: Scope; at: string }> {
  if (scope.elements[wanted]) return yield { scope, at: wanted };
  for (const element of Object.values(scope.elements)) {
    const inner = innerOf(model, element);
    const rest = inner ? [...pathTo(model, inner, wanted)] : [];
    if (rest.length === 0) continue;
    yield { scope, at: element.id };
    yield* rest;
    return;
  }
}

/** Elements of a scope that a token can come to from one of its elements. */
function ahead({ elements, flows }: Scope, from: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const left = [from];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const boundary = Object.values(elements)
      .filter((element) => element.type === 'boundaryEvent' && element.attachedTo === one)
      .map(({ id }) => id);
    const next = flows.filter(({ source }) => source === one).map(({ target }) => target);
    for (const id of [...next, ...boundary]) {
      if (reached.has(id)) continue;
      reached.add(id);
      left.push(id);
    }
  }
  return reached;
}

/** Gates behind a place that are not done: a token put there has passed them over. */
function gatesBehind(model: ProcessModel, place: string, done: ReadonlySet<string>): Gate[] {
  return [...pathTo(model, model.body, place)].flatMap(({ scope, at }) => {
    const after = ahead(scope, at);
    return Object.values(scope.elements)
      .filter(({ id }) => id !== at && !done.has(id) && !after.has(id) && ahead(scope, id).has(at))
      .flatMap((element) => gatesIn(model, element).filter((gate) => !done.has(gate.element)));
  });
}

/** Kinds of gates that a token at a place still comes to. */
function kindsAhead(model: ProcessModel, place: string): ReadonlySet<GateKind> {
  const gates = [...pathTo(model, model.body, place)].flatMap(({ scope, at }, depth, all) => {
    const within = depth === all.length - 1 ? [at] : [];
    return [...within, ...ahead(scope, at)].flatMap((id) => gatesIn(model, scope.elements[id]!));
  });
  return new Set(gates.map(({ kind }) => kind));
}

export interface Beside {
  /** Elements whose tokens go on as if they were done. */
  skipped: readonly string[];
  /** Elements that get a token. */
  started: readonly string[];
}

/** @param done elements the case has completed */
export function passedOver(
  model: ProcessModel,
  done: ReadonlySet<string>,
  { skipped, started }: Beside,
): Gate[] {
  const wanted = new Set(skipped);
  const within = [...wanted].flatMap((id) =>
    [...pathTo(model, model.body, id)].slice(-1).flatMap(({ scope, at }) => {
      return gatesIn(model, scope.elements[at]!);
    }),
  );
  return unique([...within, ...started.flatMap((place) => gatesBehind(model, place, done))]);
}

/**
 * What a case would lose by standing at `to` of another version instead of `from` of its own.
 * @param done elements completed, by their names in the other version
 */
export function lostByMoving(
  [old, from]: [ProcessModel, string],
  [target, to]: [ProcessModel, string],
  done: ReadonlySet<string>,
): string[] {
  const over = gatesBehind(target, to, done).map(
    ({ name, kind }) => `${GATE_NAMES[kind]}“${name}”`,
  );
  const still = kindsAhead(target, to);
  const missing = [...kindsAhead(old, from)].filter((kind) => !still.has(kind));
  return [...over, ...missing.map((kind) => GATE_NAMES[kind])];
}

const unique = (gates: Gate[]): Gate[] => [
  ...new Map(gates.map((gate) => [gate.element, gate])).values(),
];
