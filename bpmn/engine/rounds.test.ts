import { answeredBy, asksSeveral, placeIn, sendBacksFrom } from './index.js';
import { build, scope } from './testing/build.js';
import { Play } from './testing/play.js';

const round = (sequential: boolean, condition?: string, total = '3') =>
  build({
    elements: [
      { id: 's', type: 'startEvent' },
      { id: 'a', type: 'userTask' },
      {
        ...{ id: 'm', type: 'userTask' },
        multiInstance: {
          ...{ sequential, cardinality: { feel: total } },
          ...{ outputCollection: 'votes', outputElement: { feel: 'm.outcome' } },
          ...(condition && { completionCondition: { feel: condition } }),
        },
      },
      { id: 'z', type: 'userTask' },
      { id: 'e', type: 'endEvent' },
    ],
    flows: ['s>a', 'a>m', 'm>z', 'z>e'],
  });

const places = (play: Play) => play.position.tasks.map(({ loopCounter }) => loopCounter);

/** Votes, and tells the key of the task that did it. */
function vote(play: Play, index: number, outcome: string): string {
  const { key } = play.position.tasks.find(({ loopCounter }) => loopCounter === index)!;
  play.complete('m', { answer: { outcome } }, index);
  return key;
}

function askAgain(play: Play, key: string): void {
  const { body, index } = placeIn(play.model, play.state, key)!;
  play.apply({ type: 'modify', at: play.at, again: [{ body, index }] });
}

describe('asking one place of an open round again', () => {
  it('voids that vote alone, and waits for it anew', () => {
    const play = new Play(round(false)).complete('a');
    vote(play, 0, 'agree');
    const mine = vote(play, 1, 'disagree');
    askAgain(play, mine);
    expect(places(play).sort()).toEqual([1, 2]);
    vote(play, 2, 'agree');
    expect(play.tasks).toEqual(['m']);
    vote(play, 1, 'agree');
    expect([play.tasks, play.variables.votes]).toEqual([['z'], ['agree', 'agree', 'agree']]);
  });

  it('counts the place once: a ratio is reached by those whose vote stands', () => {
    const play = new Play(round(false, 'numberOfCompletedInstances >= 2')).complete('a');
    const mine = vote(play, 0, 'agree');
    askAgain(play, mine);
    vote(play, 1, 'agree');
    expect(places(play).sort()).toEqual([0, 2]);
    vote(play, 0, 'disagree');
    expect([play.tasks, play.variables.votes]).toEqual([['z'], ['disagree', 'agree', null]]);
  });

  it('is not possible for a vote that was voided, nor once the round is over', () => {
    const play = new Play(round(false)).complete('a');
    const first = vote(play, 0, 'agree');
    askAgain(play, first);
    expect(placeIn(play.model, play.state, first)).toBeNull();
    const again = vote(play, 0, 'agree');
    const { body } = placeIn(play.model, play.state, again)!;
    vote(play, 1, 'agree');
    vote(play, 2, 'agree');
    expect(placeIn(play.model, play.state, again)).toBeNull();
    expect(() => play.apply({ type: 'modify', at: play.at, again: [{ body, index: 0 }] })).toThrow(
      /会签/,
    );
  });

  it('refuses a place that has not answered, and a token that is no round', () => {
    const play = new Play(round(false)).complete('a');
    const voted = vote(play, 0, 'agree');
    const { body } = placeIn(play.model, play.state, voted)!;
    const modify = (again: { body: string; index: number }) => () =>
      play.apply({ type: 'modify', at: play.at, again: [again] });
    expect(modify({ body, index: 1 })).toThrow(/会签/);
    expect(modify({ body: 'm~99', index: 0 })).toThrow(/会签/);
    expect(places(play).sort()).toEqual([1, 2]);
  });

  it('one after another: the vote that came after has not been asked yet', () => {
    const play = new Play(round(true)).complete('a');
    const first = vote(play, 0, 'agree');
    expect(placeIn(play.model, play.state, first)).toMatchObject({ index: 0, after: ['m~5'] });
    askAgain(play, first);
    expect(places(play)).toEqual([0]);
    for (const index of [0, 1, 2]) vote(play, index, `vote ${index}`);
    expect([play.tasks, play.variables.votes]).toEqual([['z'], ['vote 0', 'vote 1', 'vote 2']]);
  });

  it('one after another: a vote that others have followed is theirs to send back, no longer its own', () => {
    const play = new Play(round(true)).complete('a');
    const first = vote(play, 0, 'agree');
    const second = vote(play, 1, 'agree');
    expect(placeIn(play.model, play.state, first)).toBeNull();
    expect(placeIn(play.model, play.state, second)).toMatchObject({ index: 1 });
  });

  it('takes no other task along where all are asked at once, nor one outside where they are not', () => {
    const beside = (sequential: boolean) => {
      const { body } = round(sequential);
      const others = Object.values(body.elements).map((one) => ({ ...one }));
      const elements = [...others, { id: 'o', type: 'userTask' as const }];
      const flows = [...['s>a', 'a>m', 'm>z', 'z>e'], 's>o', 'o>e'];
      const play = new Play(build({ elements, flows })).complete('a');
      return { play, key: vote(play, 0, 'agree') };
    };
    const once = beside(false);
    expect(placeIn(once.play.model, once.play.state, once.key)).toMatchObject({ after: [] });
    const ordered = beside(true);
    const { after } = placeIn(ordered.play.model, ordered.play.state, ordered.key)!;
    const next = ordered.play.position.tasks.find(({ loopCounter }) => loopCounter === 1)!;
    expect(after).toEqual([next.key]);
  });

  it('beyond the window the others keep their turn', () => {
    const play = new Play(round(false, undefined, '202')).complete('a');
    const mine = vote(play, 7, 'agree');
    askAgain(play, mine);
    expect(play.tasks).toHaveLength(201);
    for (let index = 0; index < 202; index += 1) vote(play, index, 'agree');
    expect(play.tasks).toEqual(['z']);
    expect(play.variables.votes).toEqual(Array(202).fill('agree'));
  });
});

describe('sending back inside a round that asks one after another', () => {
  const targets = (play: Play) =>
    sendBacksFrom(play.model, play.state, play.position.tasks[0]!.key).map(({ to }) => to);

  it('reaches those who voted before, each alone, and what lies before the round', () => {
    const play = new Play(round(true)).complete('a');
    expect(targets(play)).toEqual(['a']);
    vote(play, 0, 'agree');
    vote(play, 1, 'agree');
    expect(targets(play)).toEqual(['m#1', 'm#0', 'a']);
    const [back] = sendBacksFrom(play.model, play.state, play.position.tasks[0]!.key);
    play.apply({ type: 'modify', at: play.at, ...back!, start: back!.start });
    expect(places(play)).toEqual([1]);
    vote(play, 1, 'disagree');
    vote(play, 2, 'agree');
    expect(play.variables.votes).toEqual(['agree', 'disagree', 'agree']);
  });

  it('to an earlier voter takes those in between along', () => {
    const play = new Play(round(true)).complete('a');
    vote(play, 0, 'agree');
    vote(play, 1, 'agree');
    const back = sendBacksFrom(play.model, play.state, play.position.tasks[0]!.key);
    const first = back.find(({ to }) => to === 'm#0')!;
    expect(first).toMatchObject({ element: 'm', undone: ['m'], start: [] });
    play.apply({ type: 'modify', at: play.at, again: first.again });
    expect(places(play)).toEqual([0]);
  });

  it('is not offered where all are asked at once: nobody voids the vote of another', () => {
    const play = new Play(round(false)).complete('a');
    vote(play, 0, 'agree');
    expect(targets(play)).toEqual(['a']);
  });
});

describe('a round', () => {
  it('is known by its element, wherever in the process that stands', () => {
    const inner = round(true);
    const sub = { id: 'sub', type: 'subProcess' as const, body: inner.body };
    const around = build({ elements: [sub], flows: [] });
    const calling = build({ elements: [], flows: [] }, { called: inner });
    const service = {
      ...{ id: 'm', type: 'serviceTask' as const },
      multiInstance: { sequential: true, cardinality: { feel: '3' } },
    };
    expect(asksSeveral(build({ elements: [service as never], flows: [] }), 'm')).toBe(false);
    for (const model of [inner, around, calling])
      expect([asksSeveral(model, 'm'), asksSeveral(model, 'a')]).toEqual([true, false]);
    expect(asksSeveral({ ...around, body: scope({ elements: [], flows: [] }) }, 'm')).toBe(false);
  });

  it('knows which task answered at a place, as long as it runs', () => {
    const play = new Play(round(true)).complete('a');
    const key = vote(play, 0, 'agree');
    const { body, index } = placeIn(play.model, play.state, key)!;
    expect(answeredBy(play.state, { body, index })).toBe(key);
    expect(() => answeredBy(play.state, { body, index: 1 })).toThrow('nobody has answered');
  });
});
