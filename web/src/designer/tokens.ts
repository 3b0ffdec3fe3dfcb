/** Tokens of a rehearsal on the drawing: where they stand, and how they came there. */
import type Modeler from 'bpmn-js/lib/Modeler';
import type { Connection, Element } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import { plainId } from '../../../bpmn/xml/index.js';

export interface Tokens {
  /** Elements that hold a token, by how many wait there. */
  active: ReadonlyMap<string, number>;
  /** Elements that tokens left in the last step, one after another. */
  passed: readonly string[];
  /** Elements that tokens left in any step. */
  trail: readonly string[];
}

const KIND = 'rehearsal';
const MARKERS = ['is-active-token', 'is-passed-token'];
const SVG = 'http://www.w3.org/2000/svg';
/** All moves of a step together, ms. */
const MOST_MS = 2_400;
const MOVE_MS = 400;

interface Point {
  x: number;
  y: number;
}

/** @returns what shows tokens; null takes them away */
export function tokensOn(modeler: Modeler): (tokens: Tokens | null) => void {
  const registry = modeler.get<ElementRegistry>('elementRegistry');
  const canvas = modeler.get<Canvas>('canvas');
  const overlays = modeler.get<Overlays>('overlays');
  let stop = () => {};
  const clear = () => {
    stop();
    overlays.remove({ type: KIND });
    for (const { id } of registry.getAll())
      for (const marker of MARKERS) canvas.removeMarker(id, marker);
  };
  const stand = (id: string, count: number) => {
    canvas.addMarker(id, 'is-active-token');
    const html = document.createElement('div');
    html.className = 'rehearsal-token';
    html.textContent = count > 1 ? String(count) : '';
    html.dataset.testid = `token-${id}`;
    overlays.add(id, KIND, { position: { top: -10, left: -10 }, html });
  };
  return (tokens) => {
    clear();
    if (!tokens) return;
    const known = (id: string) => registry.get(plainId(id)) as Element | undefined;
    for (const id of tokens.trail) if (known(id)) canvas.addMarker(plainId(id), 'is-passed-token');
    const ways = waysOf(tokens, known);
    stop = travel(canvas.getActiveLayer() as unknown as SVGElement, ways);
    for (const [id, count] of tokens.active) if (known(id)) stand(plainId(id), count);
  };
}

/** Flows from what was left to what was left after it, or is held now. */
function waysOf(
  { passed, active }: Pick<Tokens, 'passed' | 'active'>,
  known: (id: string) => Element | undefined,
): (readonly Point[])[] {
  const reached = new Set(active.keys());
  return passed
    .toReversed()
    .flatMap((id) => {
      const flows = (known(id)?.outgoing ?? []) as Connection[];
      const taken = flows.filter(({ target }) => target && reached.has(target.id));
      reached.add(id);
      return taken.map(({ waypoints }) => waypoints as readonly Point[]);
    })
    .toReversed();
}

/** One after another along the flows; not at all for who wants no movement. @returns how to end it */
function travel(layer: SVGElement, ways: readonly (readonly Point[])[]): () => void {
  if (ways.length === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return () => {};
  const dot = document.createElementNS(SVG, 'circle');
  dot.setAttribute('r', '7');
  dot.setAttribute('class', 'rehearsal-moving');
  layer.append(dot);
  const each = Math.min(MOVE_MS, MOST_MS / ways.length);
  const begun = performance.now();
  let frame = 0;
  const move = (now: number) => {
    const done = (now - begun) / each;
    const way = ways[Math.floor(done)];
    if (!way) return dot.remove();
    const { x, y } = pointOn(way, done % 1);
    dot.setAttribute('cx', String(x));
    dot.setAttribute('cy', String(y));
    frame = requestAnimationFrame(move);
  };
  frame = requestAnimationFrame(move);
  return () => {
    cancelAnimationFrame(frame);
    dot.remove();
  };
}

function pointOn(way: readonly Point[], share: number): Point {
  const lengths = way.slice(1).map((to, at) => Math.hypot(to.x - way[at]!.x, to.y - way[at]!.y));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [way[at]!, way[at + 1]!];
    if (left <= length && length > 0)
      return {
        x: from.x + ((to.x - from.x) * left) / length,
        y: from.y + ((to.y - from.y) * left) / length,
      };
    left -= length;
  }
  return way.at(-1) ?? { x: 0, y: 0 };
}
