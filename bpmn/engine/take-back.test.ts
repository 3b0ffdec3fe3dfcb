/** What a completed task that is taken back (拿回) takes along, and when it is too late. */
import type { ProcessModel } from '../model/process.js';
import { takenBack } from './send-back.js';
import { build, type Part, scope } from './testing/build.js';
import { parallel, start, task } from './testing/parts.js';
import { Play } from './testing/play.js';

const fork = (id: string): Part => ({ id, type: 'parallelGateway' });
const join = fork;
const keys = (play: Play, ...elements: string[]): string[] =>
  play.position.tasks.filter(({ element }) => elements.includes(element)).map(({ key }) => key);

describe('taking back what one handed on', () => {
  const open = (play: Play) => play.position.tasks.map(({ key }) => key);

  it('takes away what it opened, and what waits at a join because of it', () => {
    const one = new Play(parallel).complete('a');
    const first = takenBack(one.model, one.state, 'a', open(one))!;
    one.apply({ type: 'modify', at: one.at, ...first, start: ['a'] });
    expect(one.tasks).toEqual(['a']);
    const two = new Play(parallel).complete('a').complete('c');
    const second = takenBack(two.model, two.state, 'c', [])!;
    two.apply({ type: 'modify', at: two.at, ...second, start: ['c'] });
    expect(two.tasks).toEqual(['b1', 'c']);
    two.complete('b1').complete('b2').complete('c').complete('d');
    expect(two.ended).toBe(true);
  });

  it('is refused once the other branch came and what lies behind the join has begun', () => {
    const play = new Play(parallel).complete('a').complete('c').complete('b1').complete('b2');
    expect(play.tasks).toEqual(['d']);
    expect(takenBack(play.model, play.state, 'b2', open(play))).toBeNull();
  });

  it('is refused when something else than a task came of it', () => {
    const calling = build({
      elements: [
        { id: 's', type: 'startEvent' },
        { id: 'a', type: 'userTask' },
        { id: 'x', type: 'serviceTask', adapter: 'x' },
        { id: 'e', type: 'endEvent' },
      ],
      flows: ['s>a', 'a>x', 'x>e'],
    });
    const play = new Play(calling).complete('a');
    expect(takenBack(play.model, play.state, 'a', [])).toBeNull();
  });

  it('takes a sub-process away in which the task lies that it opened', () => {
    const body = scope({ elements: [task('in')], flows: [] });
    const play = new Play(
      build({
        elements: [start, task('a'), { id: 'sub', type: 'subProcess', body }],
        flows: ['s>a', 'a>sub'],
      }),
    ).complete('a');
    const taken = takenBack(play.model, play.state, 'a', open(play));
    expect(taken?.cancel).toEqual([expect.stringMatching(/^sub~/)]);
    play.apply({ type: 'modify', at: play.at, ...taken, start: ['a'] });
    expect(play.tasks).toEqual(['a']);
  });

  it('takes away both what it opened and what it sent on to a join', () => {
    const play = new Play(splitting(task('t'))).complete('a');
    expect(takenBack(play.model, play.state, 'a', keys(play, 't'))).toEqual({
      cancel: keys(play, 't'),
      drop: ['split>meet'],
    });
  });

  it('leaves the other branches as they are, at work or waiting', () => {
    const play = new Play(parallel).complete('a').complete('c').complete('b1');
    expect(takenBack(play.model, play.state, 'b1', open(play))).toEqual({
      cancel: open(play),
      drop: [],
    });
    const other = new Play(parallel).complete('a').complete('b1');
    expect(takenBack(other.model, other.state, 'b1', keys(other, 'b2'))).toEqual({
      cancel: keys(other, 'b2'),
      drop: [],
    });
  });

  it('leaves a task of the same id in a process that is being called', () => {
    const callee: ProcessModel = {
      ...build({ elements: [start, task('b')], flows: ['s>b'] }),
      id: 'called',
    };
    const call: Part = { id: 'call', type: 'callActivity', calledElement: 'called' };
    const model = build(
      {
        elements: [start, fork('f'), task('a'), task('b'), call],
        flows: ['s>f', 'f>a', 'f>call', 'a>b'],
      },
      { called: callee },
    );
    const play = new Play(model).complete('a');
    const [called, own] = keys(play, 'b');
    expect(takenBack(play.model, play.state, 'a', [own!])).toEqual({ cancel: [own], drop: [] });
    expect(takenBack(play.model, play.state, 'a', [called!])).toBeNull();
  });

  describe('is refused', () => {
    const back = (play: Play, element: string, opened = open(play)) =>
      takenBack(play.model, play.state, element, opened);

    it('when nothing came of it that could be taken away', () => {
      const ending = build({
        elements: [start, fork('f'), task('a'), task('b'), { id: 'e', type: 'endEvent' }],
        flows: ['s>f', 'f>a', 'f>b', 'a>e'],
      });
      expect(back(new Play(ending).complete('a'), 'a', [])).toBeNull();
    });

    it('when a task that it opened is done', () => {
      const play = new Play(parallel).complete('a').complete('b1');
      const opened = open(play);
      expect(back(play.complete('b2'), 'b1', opened)).toBeNull();
    });

    it('of a task that was never there, or of one that several were asked for', () => {
      const several = task('m', {
        multiInstance: { sequential: true, cardinality: { feel: '1' } },
      });
      const model = build({ elements: [start, several, task('b')], flows: ['s>m', 'm>b'] });
      const play = new Play(model).complete('m');
      expect(back(play, 'm')).toBeNull();
      expect(back(play, 'nowhere')).toBeNull();
    });

    it('when it is not known which of several sub-processes it was done in', () => {
      const body = scope({ elements: [task('a'), task('b')], flows: ['a>b'] });
      const multiInstance = { sequential: false, cardinality: { feel: '2' } };
      const model = build({
        elements: [start, { id: 'sub', type: 'subProcess', body, multiInstance }],
        flows: ['s>sub'],
      });
      const play = new Play(model).complete('a');
      expect(back(play, 'a', keys(play, 'b'))).toBeNull();
    });

    it('when a task behind a join was opened as well', () => {
      const play = new Play(splitting(task('t'))).complete('c').complete('a');
      expect(play.tasks).toEqual(['t', 'z']);
      expect(back(play, 'a')).toBeNull();
    });

    it('when an adapter is at work, and the task that was opened lies behind a join', () => {
      const calling: Part = { id: 't', type: 'serviceTask', adapter: 'x' };
      const play = new Play(splitting(calling)).complete('c').complete('a');
      expect(play.tasks).toEqual(['z']);
      expect(back(play, 'a')).toBeNull();
    });

    it.each(['parallelGateway', 'inclusiveGateway', 'complexGateway'] as const)(
      'when what met at a join (%s) waits at the next one: it is not its own any more',
      (type) => {
        const activation = { activation: { feel: 'activationCount >= 2' } };
        const model = build({
          elements: [
            ...[start, fork('f'), task('a'), task('b'), task('c')],
            ...[{ id: 'inner', type, ...activation }, join('outer'), task('z')],
          ],
          flows: [
            's>f',
            'f>a',
            'f>b',
            'f>c',
            'a>inner',
            'b>inner',
            'inner>outer',
            'c>outer',
            'outer>z',
          ],
        });
        const first = new Play(model).complete('a');
        expect(back(first, 'a', [])).toEqual({ cancel: [], drop: ['a>inner'] });
        expect(back(first.complete('b'), 'a', [])).toBeNull();
      },
    );
  });
});

/** What `a` does goes on to this and to a join, where the task `c` is waited for before `z`. */
const splitting = (part: Part): ProcessModel =>
  build({
    elements: [
      start,
      fork('f'),
      task('a'),
      task('c'),
      fork('split'),
      part,
      join('meet'),
      task('z'),
    ],
    flows: [
      ...['s>f', 'f>a', 'f>c', 'a>split', `split>${part.id}`, 'split>meet'],
      ...['c>meet', 'meet>z'],
    ],
  });
