import fc from 'fast-check';
import type { ProcessModel } from '../model/process.js';
import { EventRefused, initialState, position, step, type Event, type State } from './index.js';
import { block, modelOf } from './testing/blocks.js';
import { clock, Play } from './testing/play.js';
import { modelOfTangle, tangle } from './testing/tangles.js';
import { miscounted, walk } from './testing/walk.js';

const chances = [fc.nat({ max: 3 }), fc.array(fc.nat(), { minLength: 1, maxLength: 20 })] as const;
const model: fc.Arbitrary<ProcessModel> = fc.oneof(block.map(modelOf), tangle.map(modelOfTangle));

const stored = (state: State): State => JSON.parse(JSON.stringify(state)) as State;
/** As an earlier release wrote it. */
const storedEarlier = (state: State): State =>
  JSON.parse(JSON.stringify(state).replaceAll('"eventsClosed":', '"deaf":')) as State;
const nothing = (): void => undefined;
const NOTHING = {
  tasks: [],
  activities: [],
  timers: [],
  children: [],
  subscriptions: [],
  incidents: [],
  active: [],
};

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
      fc.property(model, ...chances, (drawn, n, order) => {
        const played = walk(drawn, n, order, nothing, 400);
        const done = played.commands.filter(({ type }) => type === 'done');
        expect(done).toHaveLength(Number(played.ended));
        if (!played.ended) return;
        expect(played.commands.at(-1)).toEqual({ type: 'done' });
        const { at } = played;
        const late: Event[] = [
          { type: 'setVariables', at, variables: {} },
          { type: 'signalReceived', at, name: 'go', variables: {} },
          ...played.events.slice(0, 5),
        ];
        for (const event of late) expect(() => played.apply(event)).toThrow(EventRefused);
        const { variables: _variables, ...rest } = position(played.model, played.state);
        expect(rest).toEqual({ ...NOTHING, ended: true });
      }),
      { numRuns: 60 },
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

  it('goes the same way to its end from a state that was stored on the way', () => {
    fc.assert(
      fc.property(model, ...chances, fc.nat({ max: 30 }), (drawn, n, order, when) => {
        const played = walk(drawn, n, order, nothing, 60);
        const restored = new Play(drawn, { n });
        played.events.slice(1).forEach((event, i) => {
          if (i === when) restored.state = stored(restored.state);
          restored.apply(event);
        });
        expect(restored.state).toEqual(played.state);
        expect(restored.commands).toEqual(played.commands);
      }),
      { numRuns: 60 },
    );
  });

  it('goes the same way from a state that an earlier release stored', () => {
    fc.assert(
      fc.property(model, ...chances, (drawn, n, order) => {
        const played = walk(drawn, n, order, nothing, 60);
        const earlier = new Play(drawn, { n });
        for (const event of played.events.slice(1)) {
          earlier.state = storedEarlier(earlier.state);
          earlier.apply(event);
        }
        expect(earlier.commands).toEqual(played.commands);
      }),
      { numRuns: 60 },
    );
  });

  it('closes whatever it opened: tasks, timers and subscriptions of a case that ended', () => {
    fc.assert(
      fc.property(model, ...chances, (drawn, n, order) => {
        const { commands, ended, events } = walk(drawn, n, order, nothing, 60);
        const opened = commands.flatMap((command) => {
          if (command.type === 'openTask') return [command.task.key];
          if (command.type === 'setTimer') return [command.timer.id];
          return command.type === 'subscribe' ? [command.subscription.id] : [];
        });
        const closed = commands.flatMap((command) => {
          if (command.type === 'closeTask') return [command.key];
          return command.type === 'unsubscribe' || command.type === 'cancelTimer'
            ? [command.id]
            : [];
        });
        // a timer that has fired is closed by that; its event may say so once more
        for (const event of events)
          if (event.type === 'timerFired' && !closed.includes(event.id)) closed.push(event.id);
        if (ended) expect(closed.sort()).toEqual(opened.sort());
        expect(new Set(closed).size).toBe(closed.length);
      }),
      { numRuns: 100 },
    );
  });
});
