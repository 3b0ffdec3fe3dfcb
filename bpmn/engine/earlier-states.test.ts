/** States of cases that began before something was kept in them go on as they began. */
import { border, one, task } from './testing/parts.js';
import { mayRead } from './names-read.js';
import { Play } from './testing/play.js';

const DAY = 86_400_000;
const cycle = (value: string) => ({ type: 'timer', timer: { kind: 'cycle', value: { value } } });

/** A case with a daily reminder, whose stored cycle lacks what earlier releases did not keep. */
function reminded(every: string, forget: ('from' | 'count')[]): Play {
  const daily = border('c', 'a', cycle(every), { interrupting: false });
  const play = new Play(one(task('a'), [daily]));
  const state = structuredClone(play.state);
  for (const { triggers } of Object.values(state.instances))
    for (const trigger of triggers)
      if (trigger.type === 'timer' && trigger.cycle)
        for (const key of forget) delete trigger.cycle[key];
  play.state = state;
  return play;
}

describe('a cycle that began before its first round was kept', () => {
  it('counts each round from the last', () => {
    const play = reminded('R3/P1D', ['from', 'count']);
    play.advance(2.5 * DAY);
    expect(play.count('c')).toBe(2);
    play.advance(10 * DAY);
    expect(play.count('c')).toBe(3);
  });

  it('without an end goes on without one', () => {
    expect(
      reminded('R/P1D', ['from', 'count'])
        .advance(6.5 * DAY)
        .count('c'),
    ).toBe(6);
  });

  it('counts from its beginning where only the number of rounds is missing', () => {
    expect(
      reminded('R3/P1D', ['count'])
        .advance(10 * DAY)
        .count('c'),
    ).toBe(3);
  });
});

describe('the words of expressions', () => {
  it('are found again after more texts than are kept', () => {
    for (let n = 0; n < 5_001; n += 1) mayRead(`a${n} > 1`, 'b');
    expect(mayRead('a1 > 1', 'a1')).toBe(true);
    expect(mayRead('a1 > 1', 'a')).toBe(false);
  });
});

describe('an expression of another language that must have a value', () => {
  it('is an incident that says so where FEEL gives null', () => {
    const play = new Play(
      one({
        id: 'x',
        type: 'scriptTask',
        script: { feel: 'missing + 1', certain: true },
        resultVariable: 'y',
      }),
    );
    expect(play.incidents).toEqual(['x: expression-failed']);
    expect(play.position.incidents[0]?.message).toContain('原语言');
  });
});
