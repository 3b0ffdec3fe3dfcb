import { build } from './testing/build.js';
import { Play } from './testing/play.js';
import { tokenPositions } from './token-positions.js';

const model = build({
  elements: [
    { id: 's', type: 'startEvent' },
    { id: 'a', type: 'userTask' },
    { id: 'fork', type: 'parallelGateway' },
    { id: 'b', type: 'userTask' },
    { id: 'c', type: 'userTask' },
    { id: 'join', type: 'inclusiveGateway' },
    { id: 'd', type: 'userTask' },
    { id: 'e', type: 'endEvent' },
  ],
  flows: ['s>a', 'a>fork', 'fork>b', 'fork>c', 'b>join', 'c>join', 'join>d', 'd>e'],
});

/** Keys of the open tasks of an element. */
const keys = (play: Play, element: string): string[] =>
  play.position.tasks.filter((task) => task.element === element).map(({ key }) => key);

const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'not refused';
};

describe('a modification', () => {
  it('goes back: the token is taken away and put before an earlier element', () => {
    const play = new Play(model).complete('a');
    play.apply({ type: 'modify', at: play.at, cancel: keys(play, 'b'), start: ['a'] });
    expect(play.tasks).toEqual(['c', 'a']);
  });

  it('skips: the token goes on as if the element were done', () => {
    const play = new Play(model);
    play.apply({ type: 'modify', at: play.at, skip: keys(play, 'a') });
    expect(play.tasks).toEqual(['b', 'c']);
    expect(play.count('a')).toBe(0);
  });

  it('cancels: a join that waited for the token goes on without it', () => {
    const play = new Play(model).complete('a').complete('b');
    play.apply({ type: 'modify', at: play.at, cancel: keys(play, 'c') });
    expect(play.tasks).toEqual(['d']);
  });

  it('ends the case when the last token is taken away', () => {
    const play = new Play(model);
    play.apply({ type: 'modify', at: play.at, cancel: keys(play, 'a') });
    expect(play.ended).toBe(true);
  });

  it('can lay hands on every token there is, and begin wherever an active scope has an element', () => {
    const play = new Play(model).complete('a').complete('b');
    const { tokens, startable } = tokenPositions(play.model, play.state);
    expect(tokens.map(({ element }) => element)).toEqual(['c']);
    expect(startable.map(({ element }) => element)).toContain('d');
    play.apply({ type: 'modify', at: play.at, cancel: tokens.map(({ key }) => key) });
    expect(play.tasks).toEqual(['d']);
  });

  it('is refused as a whole when one part cannot be done', () => {
    const play = new Play(model);
    const { state } = play;
    expect(
      refusal(() =>
        play.apply({ type: 'modify', at: play.at, cancel: keys(play, 'a'), start: ['nowhere'] }),
      ),
    ).toBe('element-not-reachable');
    expect(refusal(() => play.apply({ type: 'modify', at: play.at, cancel: ['a~99'] }))).toBe(
      'instance-not-open',
    );
    expect(refusal(() => play.apply({ type: 'modify', at: play.at }))).toBe('nothing-to-modify');
    expect(play.state).toBe(state);
  });
});
