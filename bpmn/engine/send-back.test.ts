import { sendBacksFrom, type SendBack } from './send-back.js';
import { build, type Part, scope } from './testing/build.js';
import { parallel, start, task } from './testing/parts.js';
import { Play } from './testing/play.js';

const from = (play: Play, element: string): SendBack[] => {
  const task = play.position.tasks.find((one) => one.element === element);
  return sendBacksFrom(play.model, play.state, task!.key);
};

/** Sends the task back as a modification does. */
function sendBack(play: Play, element: string, to: string): void {
  const { cancel, drop } = from(play, element).find((one) => one.element === to)!;
  play.apply({ type: 'modify', at: play.at, cancel, drop, start: [to] });
}

describe('sending a task back', () => {
  it('inside its branch leaves the other branch as it is', () => {
    const play = new Play(parallel).complete('a').complete('b1').complete('c');
    expect(from(play, 'b2')).toMatchObject([
      { element: 'a', undone: ['c'] },
      { element: 'b1', undone: [], drop: [] },
    ]);
    sendBack(play, 'b2', 'b1');
    expect(play.tasks).toEqual(['b1']);
    play.complete('b1').complete('b2');
    expect(play.tasks).toEqual(['d']);
  });

  it('to before the fork takes the other branch along, at work or waiting at the join', () => {
    const working = new Play(parallel).complete('a');
    sendBack(working, 'b1', 'a');
    expect(working.tasks).toEqual(['a']);
    const waiting = new Play(parallel).complete('a').complete('c');
    sendBack(waiting, 'b1', 'a');
    expect(waiting.tasks).toEqual(['a']);
    for (const play of [working, waiting]) {
      play.complete('a');
      expect(play.tasks).toEqual(['b1', 'c']);
      play.complete('b1').complete('b2').complete('c');
      expect(play.tasks).toEqual(['d']);
      play.complete('d');
      expect(play.ended).toBe(true);
    }
  });

  it('offers nothing that does not lead to it', () => {
    const play = new Play(parallel);
    expect(from(play, 'a')).toEqual([]);
    expect(sendBacksFrom(play.model, play.state, 'd~99')).toEqual([]);
  });

  it('of one instance of a multi-instance takes the whole of it', () => {
    const several = build({
      elements: [
        { id: 's', type: 'startEvent' },
        { id: 'a', type: 'userTask' },
        {
          ...{ id: 'm', type: 'userTask' },
          multiInstance: { sequential: false, cardinality: { feel: '3' } },
        },
        { id: 'e', type: 'endEvent' },
      ],
      flows: ['s>a', 'a>m', 'm>e'],
    });
    const play = new Play(several).complete('a');
    expect(play.tasks).toEqual(['m', 'm', 'm']);
    sendBack(play, 'm', 'a');
    expect(play.tasks).toEqual(['a']);
    play.complete('a');
    expect(play.tasks).toEqual(['m', 'm', 'm']);
  });
});

const targets = (play: Play, element: string): string[] => from(play, element).map(({ to }) => to);

describe('the tasks that one can be sent back to', () => {
  it('are named with what the law calls them and whose they are', () => {
    const model = build({
      elements: [
        start,
        task('apply', { name: '申请', act: 'collect', assignment: { role: 'applicant' } }),
        task('plain'),
        task('b'),
      ],
      flows: ['s>apply', 'apply>plain', 'plain>b'],
    });
    const play = new Play(model).complete('apply').complete('plain');
    const { key } = play.position.tasks[0]!;
    const rest = { cancel: [key], drop: [], again: [], undone: [] };
    expect(from(play, 'b')).toEqual([
      {
        ...{ to: 'apply', element: 'apply', name: '申请', act: 'collect', role: 'applicant' },
        ...{ ...rest, start: ['apply'] },
      },
      { to: 'plain', element: 'plain', name: 'plain', ...rest, start: ['plain'] },
    ]);
  });

  it('are those from which a deadline, a link or a way round led there', () => {
    const late = { type: 'timer', timer: { kind: 'duration', value: { value: 'PT1H' } } };
    const model = build({
      elements: [
        ...[start, task('a'), task('b'), task('d')],
        { id: 'late', type: 'boundaryEvent', attachedTo: 'a', definition: late },
        { id: 'throw', type: 'intermediateThrowEvent', definition: { type: 'link', target: 'to' } },
        { id: 'to', type: 'intermediateCatchEvent', definition: { type: 'link' } },
        { id: 'x', type: 'exclusiveGateway', default: 'x>d' },
      ],
      flows: ['s>a', 'a>d', 'late>b', 'b>throw', 'to>x', 'x>b: false', 'x>d'],
    });
    const play = new Play(model).advance(3_600_000);
    expect(targets(play, 'b')).toEqual(['a']);
    expect(targets(play.complete('b'), 'd')).toEqual(['a', 'b']);
  });

  it('are none for what is no open task', () => {
    const calling: Part = { id: 'x', type: 'serviceTask', adapter: 'x' };
    const play = new Play(
      build({ elements: [start, task('a'), calling], flows: ['s>a', 'a>x'] }),
    ).complete('a');
    const { occurrence } = play.position.activities[0]!;
    expect(sendBacksFrom(play.model, play.state, occurrence)).toEqual([]);
    const two = new Play(parallel).complete('a');
    const key = two.position.tasks[0]!.key.replace('b1', 'c');
    expect(sendBacksFrom(two.model, two.state, key)).toEqual([]);
    const sub = new Play(nested).complete('a').complete('in');
    const body = Object.values(sub.state.instances).find(({ element }) => element === 'sub')!;
    expect(sendBacksFrom(sub.model, sub.state, `sub~${body.id}`)).toEqual([]);
  });

  it('are those of the sub-process first, and then those around it', () => {
    const play = new Play(nested).complete('a').complete('in');
    expect(targets(play, 'then')).toEqual(['in', 'a']);
    sendBack(play, 'then', 'in');
    expect(play.tasks).toEqual(['in']);
    sendBack(play, 'in', 'a');
    expect(play.tasks).toEqual(['a']);
  });

  it('are, in a round that asks one after another, those who answered before', () => {
    const multiInstance = { sequential: true, cardinality: { feel: '3' } };
    const round = (more: object): Play =>
      new Play(build({ elements: [start, task('m', { multiInstance, ...more })], flows: ['s>m'] }))
        .complete('m')
        .complete('m');
    const asked = from(round({ name: '会签', act: 'review' }), 'm');
    expect(asked.map(({ to, act, undone }) => [to, act, undone])).toEqual([
      ['m#1', 'review', []],
      ['m#0', 'review', ['m']],
    ]);
    expect(from(round({}), 'm')[0]).not.toHaveProperty('act');
  });

  it('are, where a process calls itself, those of the call that is on', () => {
    const model = build({
      elements: [
        ...[start, task('a'), { id: 'x', type: 'exclusiveGateway', default: 'x>b' } as Part],
        ...[{ id: 'call', type: 'callActivity', calledElement: 'process' } as Part, task('b')],
      ],
      flows: ['s>a', 'a>x', 'x>call: deeper', 'call>b', 'x>b'],
    });
    const play = new Play(model, { deeper: true }).complete('a');
    play.apply({ type: 'setVariables', at: play.at, variables: { deeper: false } });
    play.complete('a', { variables: { deeper: false } });
    const [back, ...others] = from(play, 'b');
    expect([back?.to, back?.cancel, others]).toEqual(['a', [play.position.tasks[0]!.key], []]);
  });
});

const nested = build({
  elements: [
    ...[start, task('a')],
    {
      ...{ id: 'sub', type: 'subProcess' },
      body: scope({ elements: [task('in'), task('then')], flows: ['in>then'] }),
    },
  ],
  flows: ['s>a', 'a>sub'],
});

describe('what goes with a task that is sent back', () => {
  it('is not what another branch does', () => {
    const play = new Play(parallel).complete('a').complete('b1');
    const back = from(play, 'b2').find(({ to }) => to === 'b1');
    expect(back).toMatchObject({ cancel: [expect.stringMatching(/^b2~/)], drop: [], undone: [] });
    sendBack(play, 'b2', 'b1');
    expect(play.tasks).toEqual(['c', 'b1']);
  });

  it('is named: the work of the other branches, and what had come to the join', () => {
    const working = new Play(parallel).complete('a');
    expect(from(working, 'b1')).toMatchObject([{ to: 'a', drop: [], undone: ['c'] }]);
    const waiting = working.complete('c');
    expect(from(waiting, 'b1')).toMatchObject([{ to: 'a', drop: ['c>join'], undone: ['c'] }]);
  });

  it('is not what another instance of its sub-process does', () => {
    const body = scope({ elements: [task('a'), task('b')], flows: ['a>b'] });
    const multiInstance = { sequential: false, cardinality: { feel: '2' } };
    const play = new Play(
      build({
        elements: [start, { id: 'sub', type: 'subProcess', body, multiInstance }],
        flows: ['s>sub'],
      }),
    )
      .complete('a')
      .complete('a');
    const { key } = play.position.tasks[0]!;
    expect(sendBacksFrom(play.model, play.state, key)).toMatchObject([{ to: 'a', cancel: [key] }]);
  });
});
