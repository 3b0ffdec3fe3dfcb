/** What waits for its turn because an incident holds it, while the case is moved. */
import type { ProcessModel } from '../../model/process.js';
import { build, type Part, scope } from '../testing/build.js';
import { moved, waiting } from '../testing/moved.js';
import { border, one, signal, start, task, timer } from '../testing/parts.js';
import { Play } from '../testing/play.js';

describe('what an incident holds', () => {
  const broken = { feel: 'x +' };

  it('waits for nothing before its turn, and then for all that the new version draws', () => {
    const reading = (source: object): Part => task('a', { inputs: [{ target: 'n', source }] });
    const play = new Play(one(reading(broken)));
    expect(play.incidents).toEqual(['a: expression-failed']);
    const late = [border('late', 'a', timer('PT1H'))];
    const after = moved(play, one(reading({ feel: '1' }), late));
    expect(waiting(after)).toEqual([]);
    expect(waiting(after.retry())).toEqual(['late']);
  });

  it('waits once it can wait for all its events', () => {
    const stop = border('stop', 'a', { type: 'signal', name: broken });
    const play = new Play(one(task('a'), [stop]));
    expect(play.incidents).toEqual(['a: expression-failed']);
    const both = [border('stop', 'a', signal('stop')), border('late', 'a', timer('PT1H'))];
    const after = moved(play, one(task('a'), both));
    expect(waiting(after)).toEqual([]);
    expect(waiting(after.retry())).toEqual(['stop', 'late']);
  });

  it('after its own work began goes on waiting, and for what is added too', () => {
    const calling: Part = { id: 'a', type: 'serviceTask', adapter: 'x' };
    const stop = border('stop', 'a', signal('stop'));
    const play = new Play(one(calling, [stop])).fail('a');
    expect(play.incidents).toEqual(['a: adapter-failed']);
    const after = moved(play, one(calling, [stop, border('late', 'a', timer('PT1H'))]));
    expect(waiting(after)).toEqual(['stop', 'late']);
    expect(waiting(after.retry())).toEqual(['stop', 'late']);
  });

  it('leaves others waiting as they do', () => {
    const two = (more: Part[]): ProcessModel =>
      build({
        elements: [
          ...[start, { id: 'f', type: 'parallelGateway' } as Part, task('a')],
          ...[task('b', { inputs: [{ target: 'n', source: broken }] }), ...more],
        ],
        flows: ['s>f', 'f>a', 'f>b'],
      });
    const after = moved(new Play(two([])), two([border('late', 'a', timer('PT1H'))]));
    expect(waiting(after)).toEqual(['late']);
  });

  it('of a scope that cannot listen yet begins to listen once, when it is mended', () => {
    const handler = (id: string, name: object): Part => ({
      ...{ id, type: 'eventSubProcess', start: `${id}S`, interrupting: false },
      definition: { type: 'signal', name },
      body: scope({ elements: [{ id: `${id}S`, type: 'startEvent' }], flows: [] }),
    });
    const play = new Play(one(task('a'), [handler('h', broken)]));
    expect(play.incidents).toEqual([': expression-failed']);
    const both = [handler('h', { value: 'one' }), handler('k', { value: 'two' })];
    const after = moved(play, one(task('a'), both));
    expect(waiting(after)).toEqual([]);
    expect(waiting(after.retry())).toEqual(['one', 'two']);
  });
});
