/** What can be undone once it is completed, and what cannot. */
import type { ProcessModel } from '../model/process.js';
import { build, scope, type Part } from './testing/build.js';
import { message, start, task } from './testing/parts.js';
import { Play } from './testing/play.js';

const undo = (id: string): Part => task(id, { isForCompensation: true });
const compensate = { type: 'compensate', wait: true };
const throwing = (id: string): Part => ({
  ...{ id, type: 'intermediateThrowEvent', definition: compensate },
});
const handler = (id: string, definition: object, body: Part[]): Part => ({
  ...{ id, type: 'eventSubProcess', start: `${id}S`, definition, interrupting: false },
  body: scope({
    elements: [{ id: `${id}S`, type: 'startEvent', definition }, ...body],
    flows: body.slice(0, 1).map((first) => `${id}S>${first.id}`),
  }),
});

/** A sub-process, then the task `wait`, then everything is undone twice before the task `last`. */
const undoing = (elements: Part[], more: Part[] = [], sub: object = {}): ProcessModel =>
  build({
    elements: [
      start,
      { id: 'sub', type: 'subProcess', body: scope({ elements, flows: [] }), ...sub },
      ...[task('wait'), throwing('x'), throwing('y'), task('last'), ...more],
    ],
    flows: ['s>sub', 'sub>wait', 'wait>x', 'x>y', 'y>last'],
  });

describe('a completed sub-process', () => {
  it('is undone by its own event sub-process for that, whatever else it listened for', () => {
    const model = undoing([
      task('in'),
      handler('other', message('stop'), [task('stopped')]),
      handler('back', compensate, [task('undo')]),
    ]);
    const play = new Play(model).complete('in').complete('wait');
    expect(play.tasks).toEqual(['undo']);
    expect(play.complete('undo').tasks).toEqual(['last']);
  });

  it('is passed over when it left nothing to undo', () => {
    const play = new Play(undoing([task('in')])).complete('in').complete('wait');
    expect(play.tasks).toEqual(['last']);
    const listening = undoing([task('in'), handler('h', message('stop'), [task('stopped')])]);
    const stopped = new Play(listening).message('stop').complete('stopped');
    expect(stopped.complete('in').complete('wait').tasks).toEqual(['last']);
  });

  it('is undone once, and what undid it is not undone in turn', () => {
    const body = scope({
      elements: [{ id: 'paid', type: 'task', compensation: 'refund' }, undo('refund')],
      flows: [],
    });
    const model = undoing(
      [task('in')],
      [{ id: 'undoSub', type: 'subProcess', isForCompensation: true, body }],
      { compensation: 'undoSub' },
    );
    const play = new Play(model).complete('in').complete('wait');
    expect([play.tasks, play.count('undoSub')]).toEqual([['last'], 1]);
  });
});

describe('an event sub-process that is over', () => {
  const within = (body: Part[]): ProcessModel =>
    build({
      elements: [
        ...[start, task('wait'), throwing('x'), task('last')],
        handler('h', message('note'), body),
      ],
      flows: ['s>wait', 'wait>x', 'x>last'],
    });

  it('is undone with the scope it stood in, if it left something to undo', () => {
    const booked: Part[] = [{ id: 'book', type: 'task', compensation: 'cancel' }, undo('cancel')];
    const play = new Play(within(booked)).message('note').complete('wait');
    expect(play.tasks).toEqual(['cancel']);
    const nothing = new Play(within([task('in')])).message('note').complete('in');
    expect(nothing.complete('wait').tasks).toEqual(['last']);
  });
});
