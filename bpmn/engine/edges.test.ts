/** What is rare in a diagram, and still has to be right. */
import { build, scope, type Part } from './testing/build.js';
import { clock, Play } from './testing/play.js';

const HOUR = 3_600_000;
const start: Part = { id: 's', type: 'startEvent' };
const task = (id: string, more: object = {}): Part => ({ id, type: 'userTask', ...more });
const alone = (part: Part, variables = {}): Play =>
  new Play(build({ elements: [start, part], flows: [`s>${part.id}`] }), variables);
const handler = (definition: unknown, interrupting = false): Part => ({
  id: 'h',
  type: 'eventSubProcess',
  start: 'hs',
  interrupting,
  definition,
  body: scope({ elements: [{ id: 'hs', type: 'startEvent' }, task('ht')], flows: ['hs>ht'] }),
});

describe('an ad-hoc sub-process that names what to begin with', () => {
  const adHoc = (active: string, more: object = {}): Play =>
    alone({
      id: 'x',
      type: 'adHocSubProcess',
      sequential: false,
      cancelRemaining: true,
      active: { feel: active },
      body: scope({ elements: [task('a'), task('b'), task('c')], flows: [] }),
      ...more,
    });

  it('begins with those and no others', () => {
    expect(adHoc('["c", "a"]').tasks).toEqual(['c', 'a']);
    expect(adHoc('["c", "a"]').complete('a').complete('c').ended).toBe(true);
  });

  it('begins with one after another when it is sequential', () => {
    const play = adHoc('["c", "a"]', { sequential: true });
    expect(play.tasks).toEqual(['c']);
    expect(play.complete('c').tasks).toEqual(['a']);
    expect(play.complete('a').ended).toBe(true);
  });

  it('is over when it names none, even where its condition does not hold', () => {
    const play = adHoc('[]', { completionCondition: { feel: 'false' } });
    expect([play.ended, play.count('x')]).toEqual([true, 1]);
  });

  it.each(['["a", "nowhere"]', '["a", 1]', '"a"'])('cannot begin with %s', (active) => {
    expect(adHoc(active).incidents).toEqual(['x: expression-failed']);
  });
});

describe('a cycle whose next round the calendar does not know', () => {
  const everyTwoDays = {
    type: 'timer',
    timer: { kind: 'cycle', value: { value: 'R/2wd' } },
  };

  /** Two working days are known; after that the calendar ends. */
  function outOfCalendar(play: Play): Play {
    const until = play.at + 3 * 24 * HOUR;
    const addWorkingDays = (from: number, days: number): number => {
      const due = clock.addWorkingDays(from, days);
      if (due > until) throw Object.assign(new Error('没有日历'), { name: 'CalendarError' });
      return due;
    };
    return Object.assign(play, { clock: { ...clock, addWorkingDays } });
  }

  const withCalendar = (play: Play): Play => Object.assign(play, { clock });

  it('is an incident at the boundary event, and happens on retry', () => {
    const boundary: Part = {
      id: 'b',
      type: 'boundaryEvent',
      attachedTo: 'a',
      interrupting: false,
      definition: everyTwoDays,
    };
    const play = outOfCalendar(
      new Play(
        build({ elements: [start, task('a'), boundary, task('late')], flows: ['s>a', 'b>late'] }),
      ),
    );
    const [timer] = play.position.timers;
    play.at = timer!.due;
    play.apply({ type: 'timerFired', at: play.at, id: timer!.id });
    expect([play.tasks, play.incidents]).toEqual([['a'], ['a: calendar-missing']]);
    withCalendar(play).retry();
    expect([play.tasks, play.incidents]).toEqual([['a', 'late'], []]);
    expect(play.position.timers).toHaveLength(1);
  });

  it('is an incident at the event sub-process’s scope, and happens on retry', () => {
    const play = outOfCalendar(
      new Play(build({ elements: [start, task('a'), handler(everyTwoDays)], flows: ['s>a'] })),
    );
    const [timer] = play.position.timers;
    play.at = timer!.due;
    play.apply({ type: 'timerFired', at: play.at, id: timer!.id });
    expect(play.incidents).toEqual([': calendar-missing']);
    expect(play.position.active).toEqual(['a']);
    withCalendar(play).retry();
    expect(play.tasks).toEqual(['a', 'ht']);
    expect(play.incidents).toEqual([]);
  });

  it('is an incident before its first round where there is no calendar at all', () => {
    const play = new Play(
      build({
        elements: [
          task('a'),
          { id: 'w', type: 'intermediateCatchEvent', definition: everyTwoDays },
        ],
        flows: ['a>w'],
      }),
    );
    play.at += 10 * 24 * HOUR;
    outOfCalendar(Object.assign(play, { at: 0 })).complete('a');
    expect(play.position.timers).toHaveLength(1);
  });
});

describe('a multi-instance', () => {
  const many = (multiInstance: object, variables = {}): Play =>
    alone(task('a', { multiInstance: { sequential: false, ...multiInstance } }), variables);

  it('gathers nothing where it names no output', () => {
    const play = many({ cardinality: { feel: '2' }, outputCollection: 'out' });
    expect(play.complete('a').complete('a').variables).toEqual({ out: [null, null] });
  });

  it('has no item where it counts', () => {
    const play = many({ cardinality: { feel: '1' }, element: 'item' });
    expect(play.position.tasks[0]?.inputs).toEqual({ item: null });
  });

  it('shows its condition what has been gathered, with the answer that has just come', () => {
    const gather = { outputCollection: 'out', outputElement: { feel: ' a.outcome ' } };
    const completionCondition = { feel: 'count(out[item = "no"]) > 0' };
    const collection = { feel: '[1, 2, 3]' };
    const play = many({ collection, ...gather, completionCondition });
    expect(play.complete('a', { answer: { outcome: 'yes' } }).ended).toBe(false);
    expect(play.complete('a', { answer: { outcome: 'no' } }).ended).toBe(true);
    expect(play.variables.out).toEqual(['yes', 'no', null]);
  });

  it('keeps apart what its instances write for their output, and leaves the variable outside alone', () => {
    const gather = { outputCollection: 'out', outputElement: { feel: 'mark' } };
    const play = many({ cardinality: { feel: '2' }, ...gather }, { mark: 'before' });
    play.complete('a', { variables: { mark: 'first' } }, 0).complete('a', {}, 1);
    expect(play.variables).toEqual({ mark: 'before', out: ['first', 'before'] });
  });

  it('keeps apart an entry of what its instances write, however it is named', () => {
    const gather = { outputCollection: 'out', outputElement: { feel: 'vote_1.result2' } };
    const before = { vote_1: { result2: 'before' } };
    const play = many({ cardinality: { feel: '2' }, ...gather }, before);
    play.complete('a', { variables: { vote_1: { result2: 'first' } } }, 0).complete('a', {}, 1);
    expect(play.variables).toEqual({ ...before, out: ['first', 'before'] });
  });

  it('gathers what an expression makes of its answers, of which it keeps nothing', () => {
    const gather = { outputCollection: 'out', outputElement: { feel: 'n + 1' } };
    const play = many({ cardinality: { feel: '1' }, ...gather }, { n: 1 });
    expect(play.complete('a', { variables: { n: 5 } }).variables).toEqual({ n: 5, out: [6] });
  });

  it('writes no variable it was not asked for', () => {
    expect(many({ cardinality: { feel: '1' } }).complete('a').variables).toEqual({});
    const play = many({ cardinality: { feel: '1' }, outputElement: { feel: '1' } });
    expect(play.position.tasks[0]?.inputs).toEqual({});
    expect(play.complete('a').variables).toEqual({});
  });

  it('counts from where its dialect says', () => {
    const inputs = [{ target: 'seen', source: { feel: 'loopCounter' } }];
    const multiInstance = { sequential: false, cardinality: { feel: '2' }, firstCounter: 1 };
    const play = alone(task('a', { multiInstance, inputs }));
    expect(play.position.tasks.map(({ inputs: shown }) => shown)).toEqual([
      { seen: 1 },
      { seen: 2 },
    ]);
  });
});

describe('a standard loop', () => {
  const looped = (loop: object, variables = {}): Play =>
    alone(
      task('a', { loop, inputs: [{ target: 'seen', source: { feel: 'loopCounter' } }] }),
      variables,
    );

  it('has no pass where at most none is allowed', () => {
    expect(looped({ testBefore: false, maximum: { feel: '0' } }).ended).toBe(true);
    expect(looped({ testBefore: true, maximum: { feel: '0' } }).ended).toBe(true);
  });

  it.each(['1.5', '"2"', '-1'])('has no maximum of %s', (feel) => {
    const play = looped({ testBefore: false, maximum: { feel } });
    expect(play.incidents).toEqual(['a: expression-failed']);
  });

  it('counts its passes for its inputs and its condition', () => {
    const play = looped({ testBefore: true, condition: { feel: 'loopCounter < 2' } });
    expect(play.position.tasks[0]?.inputs).toEqual({ seen: 0 });
    play.complete('a');
    expect(play.position.tasks[0]?.inputs).toEqual({ seen: 1 });
    expect(play.complete('a').ended).toBe(true);
  });

  it('asks its condition with the outputs of the pass', () => {
    const outputs = [{ target: 'again', source: { feel: 'a.outcome = "again"' } }];
    const loop = { testBefore: false, condition: { feel: 'again' } };
    const play = alone(task('a', { loop, outputs }));
    play.complete('a', { answer: { outcome: 'again' } });
    expect(play.ended).toBe(false);
    expect(play.complete('a', { answer: { outcome: 'enough' } }).ended).toBe(true);
  });
});

it('a process whose event sub-process cannot listen does not begin until it is mended', () => {
  const definition = {
    type: 'message',
    message: { name: { value: 'm' }, key: { feel: 'if order = null then x + else order' } },
  };
  const play = new Play(
    build({ elements: [start, task('a'), handler(definition)], flows: ['s>a'] }),
  );
  expect([play.tasks, play.incidents]).toEqual([[], [': expression-failed']]);
  expect(play.position.active).toEqual([]);
});
