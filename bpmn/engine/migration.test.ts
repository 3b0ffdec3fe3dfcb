import type { ProcessModel } from '../model/process.js';
import { migrate, type MigrationPlan } from './migration.js';
import { build, type Part } from './testing/build.js';
import { clock, Play } from './testing/play.js';

const HOUR = 3_600_000;
const timer = (id: string, attachedTo: string, value: string, interrupting = true): Part => ({
  id,
  type: 'boundaryEvent',
  attachedTo,
  interrupting,
  definition: { type: 'timer', timer: { kind: 'duration', value: { value } } },
});

const version = (name: string, extra: Part[] = [], flows: string[] = []): ProcessModel =>
  build({
    elements: [
      { id: 's', type: 'startEvent' },
      { id: 'fork', type: 'parallelGateway' },
      { id: name, type: 'userTask', name },
      { id: 'b', type: 'userTask' },
      { id: 'join', type: 'parallelGateway' },
      { id: 'e', type: 'endEvent' },
      ...extra,
    ],
    flows: ['s>fork', `fork>${name}`, 'fork>b', `${name}>join`, 'b>join', 'join>e', ...flows],
  });

/** A played case that has been moved, to go on with. */
function moved(play: Play, to: ProcessModel, plan: MigrationPlan = {}): Play {
  const result = migrate(play.model, to, play.state, plan, play.at, clock);
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  const after = Object.assign(Object.create(Play.prototype) as Play, play, { model: to });
  after.state = result.state;
  after.commands = [...play.commands, ...result.commands];
  return after;
}

const problems = (play: Play, to: ProcessModel, plan: MigrationPlan = {}): string[] => {
  const result = migrate(play.model, to, play.state, plan, play.at, clock);
  return result.ok ? [] : result.problems.map(({ element, code }) => `${element}: ${code}`);
};

describe('a migration', () => {
  it('moves tokens to the elements of the same id, and those that wait at a join', () => {
    const play = moved(new Play(version('a')).complete('b'), version('a'));
    expect(play.tasks).toEqual(['a']);
    expect(play.complete('a').ended).toBe(true);
  });

  it('moves a task to another element when told so: it opens under its new name', () => {
    const play = new Play(version('a'));
    expect(problems(play, version('review'))).toEqual(['a: element-missing']);
    const after = moved(play, version('review'), { elements: { a: 'review' } });
    expect(after.tasks).toEqual(['review', 'b']);
    expect(after.commands.slice(-2).map(({ type }) => type)).toEqual(['closeTask', 'openTask']);
    expect(after.complete('review').complete('b').ended).toBe(true);
  });

  it('is refused, all of it, when an element has become something else', () => {
    const other = version('x', [{ id: 'a', type: 'scriptTask', script: { feel: '1' } }]);
    expect(problems(new Play(version('a')), other)).toEqual(['a: type-differs']);
  });

  it('is refused when a path on which a token waits is gone', () => {
    const without = build({
      elements: [
        { id: 's', type: 'startEvent' },
        { id: 'a', type: 'userTask' },
        { id: 'b', type: 'userTask' },
        { id: 'e', type: 'endEvent' },
      ],
      flows: ['s>a', 'a>b', 'b>e'],
    });
    const play = new Play(version('a')).complete('b');
    expect(problems(play, without)).toEqual(['join: flow-missing']);
  });

  it('lets a timer keep its due time, unless it is to be set anew', () => {
    const before = version('a', [timer('late', 'a', 'PT2H')], ['late>e']);
    const after = version('a', [timer('late', 'a', 'PT8H')], ['late>e']);
    const play = new Play(before).advance(HOUR);
    const due = (one: Play): number[] => one.position.timers.map((open) => open.due - play.at);
    expect(due(moved(play, after))).toEqual([HOUR]);
    expect(due(moved(play, after, { retime: ['late'] }))).toEqual([8 * HOUR]);
  });

  it('begins to wait for what the new version adds, and stops for what it has not', () => {
    const before = version('a', [timer('old', 'a', 'PT1H')], ['old>e']);
    const after = version('a', [timer('new', 'a', 'PT3H')], ['new>e']);
    const play = moved(new Play(before), after);
    expect(play.position.timers.map(({ element }) => element)).toEqual(['new']);
    expect(play.commands.some(({ type }) => type === 'cancelTimer')).toBe(true);
  });

  it('does not wait again for what has happened', () => {
    const before = version('a', [timer('once', 'a', 'PT1H', false)], ['once>e']);
    const play = new Play(before).advance(2 * HOUR);
    expect(play.count('once')).toBe(1);
    expect(moved(play, before).position.timers).toEqual([]);
  });

  it('does not move work that an adapter is doing', () => {
    const calling = (id: string): ProcessModel =>
      build({
        elements: [
          { id: 's', type: 'startEvent' },
          { id, type: 'serviceTask', adapter: 'licence' },
          { id: 'e', type: 'endEvent' },
        ],
        flows: [`s>${id}`, `${id}>e`],
      });
    const play = new Play(calling('w'));
    expect(problems(play, calling('w'))).toEqual([]);
    expect(problems(play, calling('v'), { elements: { w: 'v' } })).toEqual(['w: work-in-flight']);
  });

  it('moves what lives in a sub-process with it', () => {
    const nested = (inner: string): ProcessModel =>
      build({
        elements: [
          { id: 's', type: 'startEvent' },
          {
            id: 'sub',
            type: 'subProcess',
            body: build({
              elements: [
                { id: 'is', type: 'startEvent' },
                { id: inner, type: 'userTask' },
              ],
              flows: [`is>${inner}`],
            }).body,
          },
          { id: 'e', type: 'endEvent' },
        ],
        flows: ['s>sub', 'sub>e'],
      });
    const play = moved(new Play(nested('x')), nested('y'), { elements: { x: 'y' } });
    expect(play.tasks).toEqual(['y']);
    expect(play.complete('y').ended).toBe(true);
    expect(problems(new Play(nested('x')), nested('y'))).toEqual(['x: element-missing']);
  });
});
