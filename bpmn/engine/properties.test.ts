import fc from 'fast-check';
import { EventRefused, initialState, position, step, type Event, type State } from './index.js';
import { build, type Part, type Plan } from './testing/build.js';
import { clock, Play, START } from './testing/play.js';

/** A block: something with one way in and one way out. */
type Block = { kind: 'task' } | { kind: 'row' | 'and' | 'xor' | 'or'; parts: Block[] };

const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc.constant({ kind: 'task' as const }),
    fc.record({
      kind: fc.constantFrom('row' as const, 'and' as const, 'xor' as const, 'or' as const),
      parts: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).block;

const TYPES = { and: 'parallelGateway', xor: 'exclusiveGateway', or: 'inclusiveGateway' } as const;

/** Draws a block and gives its first and last element. */
function draw(plan: Plan, drawn: Block): [string, string] {
  const add = (type: Part['type']): string => {
    const id = `e${plan.elements.length}`;
    plan.elements.push({ id, type });
    return id;
  };
  if (drawn.kind === 'task') {
    const id = add('userTask');
    return [id, id];
  }
  const { kind } = drawn;
  const parts = drawn.parts.map((part) => draw(plan, part));
  if (kind === 'row') {
    parts.slice(1).forEach(([first], i) => plan.flows.push(`${parts[i]?.[1]}>${first}`));
    return [parts[0]?.[0] ?? '', parts.at(-1)?.[1] ?? ''];
  }
  const split = add(TYPES[kind]);
  const join = add(TYPES[kind]);
  parts.forEach(([first, last], i) => {
    // the last branch is always open, so that some flow can be taken
    const condition = kind === 'and' || i === parts.length - 1 ? '' : `: n > ${i}`;
    plan.flows.push(`${split}>${first}${condition}`, `${last}>${join}`);
  });
  return [split, join];
}

function modelOf(drawn: Block): ReturnType<typeof build> {
  const plan: Plan = { elements: [], flows: [] };
  const [first, last] = draw(plan, drawn);
  plan.elements.push({ id: 's', type: 'startEvent' }, { id: 'end', type: 'endEvent' });
  plan.flows.push(`s>${first}`, `${last}>end`);
  return build(plan);
}

/** Tokens a state holds, counted one by one. */
const tokensAtRest = (state: State): number =>
  Object.values(state.instances).filter(({ parent }) => parent !== '').length +
  Object.values(state.instances['1']?.container?.waiting ?? {}).reduce((a, b) => a + b, 0);

const inputs = [
  block,
  fc.nat({ max: 3 }),
  fc.array(fc.nat(), { minLength: 1, maxLength: 20 }),
] as const;

/** Completes tasks in the given order until none is left, looking at each state on the way. */
function play(drawn: Block, n: number, order: number[], look: (play: Play) => void): Play {
  const played = new Play(modelOf(drawn), { n });
  look(played);
  for (let i = 0; played.tasks.length > 0; i += 1) {
    const { tasks } = played.position;
    const task = tasks[(order[i % order.length] ?? 0) % tasks.length];
    played.apply({
      type: 'completeTask',
      at: START + i,
      key: task?.key ?? '',
      answer: { outcome: 'ok' },
    });
    look(played);
  }
  return played;
}

describe('the engine', () => {
  it('always ends a process made of blocks, with every token accounted for', () => {
    fc.assert(
      fc.property(...inputs, (drawn, n, order) => {
        const played = play(drawn, n, order, ({ state }) => {
          if (!state.ended) expect(state.instances['1']?.container?.live).toBe(tokensAtRest(state));
        });
        expect(played.incidents).toEqual([]);
        expect(played.ended).toBe(true);
        expect(played.count('end')).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('accepts nothing after the end', () => {
    fc.assert(
      fc.property(...inputs, (drawn, n, order) => {
        const played = play(drawn, n, order, () => undefined);
        const late: Event = { type: 'setVariables', at: START, variables: {} };
        expect(() => played.apply(late)).toThrow(EventRefused);
      }),
      { numRuns: 10 },
    );
  });

  it('gives the same state for the same events, also from a state that was stored, and leaves its input alone', () => {
    fc.assert(
      fc.property(...inputs, (drawn, n, order) => {
        const played = play(drawn, n, order, () => undefined);
        let state = initialState(played.model);
        for (const event of played.events) {
          const stored = JSON.stringify(state);
          const next = step(played.model, JSON.parse(stored) as State, event, clock);
          expect(step(played.model, state, event, clock)).toEqual(next);
          expect(JSON.stringify(state)).toBe(stored);
          expect(position(played.model, JSON.parse(JSON.stringify(next.state)) as State)).toEqual(
            position(played.model, next.state),
          );
          state = next.state;
        }
        expect(state).toEqual(played.state);
      }),
      { numRuns: 40 },
    );
  });
});
