/** Tokens that rest at an event, after the case has been moved. */
import type { ProcessModel } from '../../model/process.js';
import { build, type Part } from '../testing/build.js';
import { due, moved, moving, problems, told, waiting } from '../testing/moved.js';
import { message, one, signal, start, task, timer } from '../testing/parts.js';
import { Play } from '../testing/play.js';

const HOUR = 3_600_000;

describe('a token that rests at an event', () => {
  const caught = (id: string, definition: object): ProcessModel =>
    one({ id, type: 'intermediateCatchEvent', definition });

  it('waits for what the new version draws there', () => {
    const play = new Play(caught('x', message('paid')));
    const after = moved(play, caught('y', signal('go')), { elements: { x: 'y' } });
    expect(waiting(after)).toEqual(['go']);
    after.apply({ type: 'signalReceived', at: after.at, name: 'go', variables: {} });
    expect(after.tasks).toEqual(['after']);
  });

  it('keeps the time it waits for, under whatever name', () => {
    const play = new Play(caught('x', timer('PT2H'))).advance(HOUR);
    const after = moved(play, caught('y', timer('PT2H')), { elements: { x: 'y' } });
    expect(due(after)).toEqual([HOUR]);
    expect(after.advance(HOUR).tasks).toEqual(['after']);
  });

  it('of a receive task waits for the message that is meant now', () => {
    const receiving = (name: string): ProcessModel =>
      one({ id: 'r', type: 'receiveTask', message: { name: { value: name } } });
    const play = new Play(receiving('paid'));
    const after = moved(play, receiving('refunded'));
    expect(waiting(after)).toEqual(['refunded']);
    expect(after.message('refunded').tasks).toEqual(['after']);
  });

  it('at an event-based gateway waits for the events behind it as they are now', () => {
    const deciding = (events: Part[]): ProcessModel =>
      build({
        elements: [start, { id: 'g', type: 'eventBasedGateway' }, task('after'), ...events],
        flows: ['s>g', ...events.flatMap(({ id }) => [`g>${id}`, `${id}>after`])],
      });
    const event = (id: string, definition: object): Part => ({
      ...{ id, type: 'intermediateCatchEvent', definition },
    });
    const receive: Part = { id: 'r', type: 'receiveTask', message: { name: { value: 'paid' } } };
    const play = new Play(deciding([event('t', timer('PT2H')), receive])).advance(HOUR);
    expect(problems(play, deciding([]))).toEqual(['g: not-armed']);
    const after = moved(
      play,
      deciding([event('t', timer('PT9H')), receive, event('n', signal('no'))]),
    );
    expect([waiting(after), due(after)]).toEqual([['paid', 'no', 't'], [HOUR]]);
    expect(told(play, after)).toEqual(['subscribe']);
    expect(after.message('paid').tasks).toEqual(['after']);
  });

  it('does not move to where it would wait for nothing', () => {
    const play = new Play(caught('x', message('paid')));
    const result = moving(play, caught('x', { type: 'link' }));
    expect(result).toMatchObject({ problems: [{ element: 'x', code: 'not-armed' }] });
    expect(!result.ok && result.problems[0]?.message).toContain('“x”');
    const parts = [message('one'), message('two')];
    const opened = (definition?: object): ProcessModel =>
      build({
        elements: [{ ...start, ...(definition && { definition }) }, task('a')],
        flows: ['s>a'],
      });
    const half = new Play(opened({ type: 'multiple', parallel: true, parts }), {}, 'one');
    expect(problems(half, opened())).toEqual(['s: not-armed']);
  });
});
