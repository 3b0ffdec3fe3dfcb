/** What a lint rule of ours is: it looks at a process that compiles, one scope after another. */
import type { Element, ProcessModel, Scope, SequenceFlow } from '../model/process.js';
import { once } from './once.js';

export interface Rule {
  /** English, kebab-case, stable. */
  name: string;
  severity: 'error' | 'warning';
  check(scope: Scope, report: Report, model: ProcessModel, file: File): void;
}

/** What stands around a process. */
export interface File {
  /** All processes that run, which may call each other. */
  models: readonly ProcessModel[];
  /** Names of the data that the file says there is: data objects, properties, inputs of processes. */
  declared: readonly string[];
}

/** Says of an element, in Chinese, what is wrong and what to do. */
export type Report = (element: string, message: string) => void;

/** The process's own scope and those of all its sub-processes, the outer ones first. */
export const scopesOf = once((scope: Scope): readonly Scope[] => {
  const scopes = [scope];
  // The list grows while it is walked.
  for (const { elements } of scopes)
    for (const element of Object.values(elements)) if ('body' in element) scopes.push(element.body);
  return scopes;
});

/** How an element is called in a message. */
export const nameOf = ({ id, name }: Element): string => name ?? id;

interface Flows {
  from: Map<string, SequenceFlow[]>;
  to: Map<string, SequenceFlow[]>;
}

const flowsOf = once(({ flows }: Scope): Flows => {
  const by = (end: 'source' | 'target'): Map<string, SequenceFlow[]> => {
    const found = new Map<string, SequenceFlow[]>();
    for (const flow of flows) {
      const others = found.get(flow[end]);
      if (others) others.push(flow);
      else found.set(flow[end], [flow]);
    }
    return found;
  };
  return { from: by('source'), to: by('target') };
});

/** The flows that leave an element, in the file's order. */
export const flowsFrom = (scope: Scope, id: string): readonly SequenceFlow[] =>
  flowsOf(scope).from.get(id) ?? [];

/** The flows that enter an element, in the file's order. */
export const flowsTo = (scope: Scope, id: string): readonly SequenceFlow[] =>
  flowsOf(scope).to.get(id) ?? [];

/** All elements of a process, those of its sub-processes included, by id. */
export const elementsOf = once(
  ({ body }: ProcessModel) =>
    new Map(
      scopesOf(body).flatMap(({ elements }) =>
        Object.values(elements).map((element): [string, Element] => [element.id, element]),
      ),
    ),
);

/** Flows, boundary events, links and handlers of compensation lead on. */
export function following(scope: Scope, element: Element): string[] {
  const targets = flowsFrom(scope, element.id).map(({ target }) => target);
  if ('boundary' in element) targets.push(...element.boundary);
  if ('compensation' in element && element.compensation) targets.push(element.compensation);
  if ('definition' in element && element.definition?.type === 'link')
    targets.push(...(element.definition.target ? [element.definition.target] : []));
  return targets;
}

/** What begins by itself: where tokens start, and what waits beside them. */
export function beginnings(scope: Scope): string[] {
  const elements = Object.values(scope.elements);
  const starts = elements.filter(
    (element) => element.type === 'startEvent' || ('instantiate' in element && element.instantiate),
  );
  const implicit = elements.filter(
    (element) =>
      element.incoming.length === 0 &&
      element.type !== 'boundaryEvent' &&
      !('isForCompensation' in element && element.isForCompensation),
  );
  // Where there is no start event, tokens start at whatever nothing leads to.
  const handlers = elements.filter(({ type }) => type === 'eventSubProcess');
  return [...(starts.length > 0 ? starts : implicit), ...handlers].map(({ id }) => id);
}

/** Ids of all that can be reached from these elements, themselves included. */
export function reachable(scope: Scope, from: readonly string[]): Set<string> {
  const seen = new Set(from);
  // A set grows while it is walked.
  for (const id of seen) {
    const element = scope.elements[id];
    if (element) for (const next of following(scope, element)) seen.add(next);
  }
  return seen;
}
