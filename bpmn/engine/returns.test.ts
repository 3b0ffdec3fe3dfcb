import { returnsFrom, takenBack, type Return } from './returns.js';
import { build } from './testing/build.js';
import { Play } from './testing/play.js';

const parallel = build({
  elements: [
    { id: 's', type: 'startEvent' },
    { id: 'a', type: 'userTask' },
    { id: 'fork', type: 'parallelGateway' },
    { id: 'b1', type: 'userTask' },
    { id: 'b2', type: 'userTask' },
    { id: 'c', type: 'userTask' },
    { id: 'join', type: 'parallelGateway' },
    { id: 'd', type: 'userTask' },
    { id: 'e', type: 'endEvent' },
  ],
  flows: ['s>a', 'a>fork', 'fork>b1', 'b1>b2', 'fork>c', 'b2>join', 'c>join', 'join>d', 'd>e'],
});

const from = (play: Play, element: string): Return[] => {
  const task = play.position.tasks.find((one) => one.element === element);
  return returnsFrom(play.model, play.state, task!.key);
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
    expect(returnsFrom(play.model, play.state, 'd~99')).toEqual([]);
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
});
