/** Event sub-processes that are waited for after a case has been moved. */
import type { ProcessModel } from '../../model/process.js';
import { type Part, scope } from '../testing/build.js';
import { moved, waiting } from '../testing/moved.js';
import { message, one, signal, task } from '../testing/parts.js';
import { Play } from '../testing/play.js';

describe('an event sub-process', () => {
  const handler = (id: string, definition: object, more: object = {}): Part => ({
    ...{ id, type: 'eventSubProcess', start: `${id}S`, definition, interrupting: false },
    body: scope({
      elements: [{ id: `${id}S`, type: 'startEvent', definition }, task(`${id}T`)],
      flows: [`${id}S>${id}T`],
    }),
    ...more,
  });

  it('is waited for as the new version draws it, in the scope it stands in', () => {
    const play = new Play(one(task('a'), [handler('h', message('stop'))]));
    const after = moved(play, one(task('a'), [handler('h', message('halt'))]));
    expect(waiting(after)).toEqual(['halt']);
    expect(after.message('halt').tasks).toEqual(['a', 'hT']);
    const renamed = moved(play, one(task('a'), [handler('k', message('stop'))]), {
      elements: { h: 'k' },
    });
    expect(renamed.message('stop').tasks).toEqual(['a', 'kT']);
  });

  it('that the new version adds is waited for, and not the one it has no more', () => {
    const play = new Play(one(task('a'), [handler('h', message('stop'))]));
    expect(waiting(moved(play, one(task('a'), [handler('k', signal('go'))])))).toEqual(['go']);
    expect(waiting(moved(play, one(task('a'))))).toEqual([]);
  });

  it('stays what has begun: nothing else begins beside one that interrupted its scope', () => {
    const drawn = (more: Part[]): ProcessModel =>
      one(task('a'), [handler('h', message('stop'), { interrupting: true }), ...more]);
    const play = new Play(drawn([])).message('stop');
    const after = moved(play, drawn([handler('k', signal('go'))]));
    expect(after.tasks).toEqual(['hT']);
    expect(waiting(after)).toEqual([]);
  });
});
