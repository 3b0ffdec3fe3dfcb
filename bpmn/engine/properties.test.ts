import fc from 'fast-check';
import type { ProcessModel } from '../model/process.js';
import { EventRefused, initialState, position, step, type Event, type State } from './index.js';
import { block, modelOf } from './testing/blocks.js';
import { clock, START, type Play } from './testing/play.js';
import { modelOfTangle, tangle } from './testing/tangles.js';
import { miscounted, walk } from './testing/walk.js';

const chances = [fc.nat({ max: 3 }), fc.array(fc.nat(), { minLength: 1, maxLength: 20 })] as const;
const model: fc.Arbitrary<ProcessModel> = fc.oneof(block.map(modelOf), tangle.map(modelOfTangle));

const stored = (state: State): State => JSON.parse(JSON.stringify(state)) as State;
const nothing = (): void => undefined;

describe('the engine', () => {
  it('always ends a process made of blocks, without an incident', () => {
    fc.assert(
      fc.property(block, ...chances, (drawn, n, order) => {
        const played = walk(modelOf(drawn), n, order, nothing, 400);
        expect(played.incidents).toEqual([]);
        expect(played.ended).toBe(true);
        expect(played.count('end')).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  it('loses and invents no token, whatever the diagram', () => {
    fc.assert(
      fc.property(model, ...chances, (drawn, n, order) => {
        const look = ({ state }: Play): void => {
          if (!state.ended) expect(miscounted(state)).toEqual([]);
        };
        walk(drawn, n, order, look, 60);
      }),
      { numRuns: 200 },
    );
  });

  it('accepts nothing after the end', () => {
    fc.assert(
      fc.property(block, ...chances, (drawn, n, order) => {
        const played = walk(modelOf(drawn), n, order, nothing, 400);
        const late: Event = { type: 'setVariables', at: START, variables: {} };
        expect(() => played.apply(late)).toThrow(EventRefused);
        expect(position(played.model, played.state)).toMatchObject({ tasks: [], active: [] });
      }),
      { numRuns: 20 },
    );
  });

  it('gives the same state for the same events, also from a state that was stored, and leaves its input alone', () => {
    fc.assert(
      fc.property(model, ...chances, (drawn, n, order) => {
        const played = walk(drawn, n, order, nothing, 60);
        let state = initialState(drawn);
        for (const event of played.events) {
          const before = JSON.stringify(state);
          const next = step(drawn, stored(state), event, clock);
          expect(step(drawn, state, event, clock)).toEqual(next);
          expect(JSON.stringify(state)).toBe(before);
          expect(position(drawn, stored(next.state))).toEqual(position(drawn, next.state));
          state = next.state;
        }
        expect(state).toEqual(played.state);
      }),
      { numRuns: 100 },
    );
  });

  it('closes whatever it opened: tasks, timers and subscriptions of a case that ended', () => {
    fc.assert(
      fc.property(model, ...chances, (drawn, n, order) => {
        const { commands, ended } = walk(drawn, n, order, nothing, 60);
        const opened = commands.flatMap((command) => {
          if (command.type === 'openTask') return [command.task.key];
          return command.type === 'subscribe' ? [command.subscription.id] : [];
        });
        const closed = commands.flatMap((command) => {
          if (command.type === 'closeTask') return [command.key];
          return command.type === 'unsubscribe' ? [command.id] : [];
        });
        if (ended) expect(closed.sort()).toEqual(opened.sort());
        expect(new Set(closed).size).toBe(closed.length);
      }),
      { numRuns: 100 },
    );
  });
});
