/** States of cases that began before something was kept in them go on as they began. */
import { border, one, task } from './testing/parts.js';
import { Play } from './testing/play.js';

const DAY = 86_400_000;
const cycle = (value: string) => ({ type: 'timer', timer: { kind: 'cycle', value: { value } } });

describe('a cycle that began before its first round was kept', () => {
  it('counts each round from the last', () => {
    const play = new Play(
      one(task('a'), [border('c', 'a', cycle('R3/P1D'), { interrupting: false })]),
    );
    const state = structuredClone(play.state);
    for (const instance of Object.values(state.instances))
      for (const trigger of instance.triggers)
        if (trigger.type === 'timer' && trigger.cycle) {
          delete trigger.cycle.from;
          delete trigger.cycle.count;
        }
    play.state = state;
    play.advance(2.5 * DAY);
    expect(play.count('c')).toBe(2);
    play.advance(10 * DAY);
    expect(play.count('c')).toBe(3);
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
