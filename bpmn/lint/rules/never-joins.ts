import type { Element, Scope } from '../../model/process.js';
import { flowsFrom, nameOf, type Rule } from '../rule.js';

/**
 * A parallel gateway waits for a token on each of its flows. When two of them can never hold tokens at
 * the same time, it waits for ever: usually it joins the branches of an exclusive gateway.
 */
export const neverJoins: Rule = {
  name: 'never-joins',
  severity: 'error',
  check(scope, report) {
    const joins = Object.values(scope.elements).filter(
      ({ type, incoming }) => type === 'parallelGateway' && incoming.length > 1,
    );
    if (joins.length === 0) return;
    const beside = besideEachOther(scope);
    if (!beside) return;
    for (const join of joins) {
      const { incoming } = join;
      const pair = incoming
        .flatMap((a, place) => incoming.slice(place + 1).map((b) => [a, b] as const))
        .find(([a, b]) => !beside.has(pairOf(a, b)));
      if (pair)
        report(
          join.id,
          `并行网关“${nameOf(join)}”要等 ${pair[0]} 和 ${pair[1]} 都有令牌，而它们不会同时有，会永远等下去；请改用排他网关汇合，或在前面用并行网关分支。`,
        );
    }
  },
};

const pairOf = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** A way a token goes: a sequence flow, or from an activity to a boundary event, or along a link. */
interface Way {
  id: string;
  target: string;
  isFlow?: true;
}

/** Pairs grow with the square of what runs at once; a diagram with more is not looked at. */
const MOST_PAIRS = 300_000;

/**
 * Pairs of ways that may hold tokens at the same time. Never too few, perhaps too many: a join counts
 * as passed by any of its flows, so that no right diagram is found fault with. Undefined = too many.
 */
function besideEachOther(scope: Scope): Set<string> | undefined {
  const ways = waysOf(scope);
  const target = new Map([...ways.values()].flat().map((way) => [way.id, way.target]));
  const found = new Set<string>();
  const open: [string, string][] = [];
  const add = (a: string, b: string): void => {
    const pair = pairOf(a, b);
    if (found.has(pair)) return;
    found.add(pair);
    open.push([a, b]);
  };
  for (const [a, b] of forks(scope, ways)) {
    add(a, b);
    if (found.size > MOST_PAIRS) return undefined;
  }
  for (let next = open.pop(); next; next = open.pop()) {
    if (found.size > MOST_PAIRS) return undefined;
    const [a, b] = next;
    for (const [moved, other] of [
      [a, b],
      [b, a],
    ] as const)
      for (const way of ways.get(target.get(moved) ?? '') ?? []) {
        add(way.id, other);
        // Two tokens one after the other through the same element.
        if (target.get(other) === target.get(moved))
          for (const also of ways.get(target.get(moved) ?? '') ?? []) add(way.id, also.id);
      }
  }
  return found;
}

/** By element, the ways that lead on from it. */
function waysOf(scope: Scope): Map<string, Way[]> {
  const ways = new Map<string, Way[]>();
  for (const element of Object.values(scope.elements)) {
    const flows = flowsFrom(scope, element.id).map(({ id, target }) => ({
      id,
      target,
      isFlow: true as const,
    }));
    const boundary = 'boundary' in element ? element.boundary : [];
    const link =
      'definition' in element && element.definition?.type === 'link'
        ? (element.definition.target ?? [])
        : [];
    const others = [...boundary, link]
      .flat()
      .map((target) => ({ id: `${element.id}~${target}`, target }));
    ways.set(element.id, [...flows, ...others]);
  }
  return ways;
}

/** Ways that get tokens together. */
function* forks(scope: Scope, ways: Map<string, Way[]>): Generator<[string, string]> {
  const starts: string[] = [];
  for (const element of Object.values(scope.elements)) {
    const on = ways.get(element.id) ?? [];
    if (element.incoming.length === 0 && element.type !== 'boundaryEvent')
      starts.push(...on.map(({ id }) => id));
    if (splits(element)) yield* pairs(on.filter(({ isFlow }) => isFlow).map(({ id }) => id));
    if (staysOpen(scope, element)) yield* pairs([...on, ...on].map(({ id }) => id));
  }
  yield* pairs(starts);
}

function* pairs(ids: string[]): Generator<[string, string]> {
  for (const [place, a] of ids.entries()) for (const b of ids.slice(place + 1)) yield [a, b];
}

/** Leaves by more than one way at once; exclusive and event-based gateways take one. */
const splits = ({ type }: Element): boolean =>
  type !== 'exclusiveGateway' && type !== 'eventBasedGateway';

/** Goes on although an event at its border has sent a token out, perhaps again and again. */
const staysOpen = (scope: Scope, element: Element): boolean =>
  'boundary' in element &&
  element.boundary.some((id) => {
    const event = scope.elements[id];
    return event?.type === 'boundaryEvent' && !event.interrupting;
  });
