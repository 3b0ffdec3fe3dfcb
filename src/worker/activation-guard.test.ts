import { install, type Clock } from '@sinonjs/fake-timers';
import type { Activation, StuckNotes } from '../platform/temporal/index.js';
import { ActivationGuard, SetAside } from './activation-guard.js';

const step: Activation = { workflowId: 'case', runId: 'run', historyLength: 7 };

/** Notes that remember what they were told. */
class Notes implements StuckNotes {
  readonly told: string[] = [];
  aside: string[] = [];
  setAside = () => Promise.resolve(this.aside);
  lasts = ({ runId }: Activation) => Promise.resolve(void this.told.push(`lasts ${runId}`));
  ended = (runId: string) => Promise.resolve(void this.told.push(`ended ${runId}`));
}

describe('the guard over the workflow threads', () => {
  let notes: Notes;
  let stuck: Activation[];
  let guard: ActivationGuard;
  let clock: Clock;
  beforeEach(() => {
    clock = install();
    notes = new Notes();
    stuck = [];
    guard = new ActivationGuard((activation) => stuck.push(activation), notes);
  });
  afterEach(() => {
    guard.stop();
    clock.uninstall();
  });

  const lasting = (milliseconds: number) => () =>
    new Promise<string>((resolve) => setTimeout(() => resolve('done'), milliseconds));
  const passed = (milliseconds: number) => clock.tickAsync(milliseconds);

  it('notes nothing of a step that takes no second', async () => {
    const done = guard.watch(step, lasting(900));
    await passed(20_000);
    expect(await done).toBe('done');
    expect(notes.told).toEqual([]);
    expect(stuck).toEqual([]);
  });

  it('notes a longer one while it lasts, and that it ended', async () => {
    const done = guard.watch(step, lasting(3_000));
    await passed(1_500);
    expect(notes.told).toEqual(['lasts run']);
    await passed(20_000);
    expect(await done).toBe('done');
    expect(notes.told).toEqual(['lasts run', 'ended run']);
    expect(stuck).toEqual([]);
  });

  it('calls for help after eight seconds, when it has been noted', async () => {
    void guard.watch(step, () => new Promise(() => undefined));
    await passed(7_900);
    expect(stuck).toEqual([]);
    await passed(200);
    expect(stuck).toEqual([step]);
    expect(notes.told).toEqual(['lasts run']);
  });

  it('leaves the note of a step that failed: it has not ended well', async () => {
    const failing = () => lasting(2_000)().then(() => Promise.reject(new Error('broken')));
    const done = expect(guard.watch(step, failing)).rejects.toThrow('broken');
    await passed(20_000);
    await done;
    expect(notes.told).toEqual(['lasts run']);
    expect(stuck).toEqual([]);
  });

  it('does not begin what is set aside, and does so again once it is taken up', async () => {
    notes.aside = ['run'];
    await guard.start();
    let begun = 0;
    const work = () => Promise.resolve(`done ${(begun += 1)}`);
    await expect(guard.watch(step, work)).rejects.toThrow(SetAside);
    expect(await guard.watch({ ...step, runId: 'other' }, work)).toBe('done 1');
    notes.aside = [];
    await passed(2_500);
    expect(await guard.watch(step, work)).toBe('done 2');
  });

  it('goes on while notes cannot be read or written', async () => {
    await guard.start();
    notes.setAside = () => Promise.reject(new Error('away'));
    notes.lasts = () => Promise.reject(new Error('away'));
    const done = guard.watch(step, lasting(3_000));
    await passed(10_000);
    expect(await done).toBe('done');
    notes.setAside = () => Promise.resolve(['run']);
    await passed(2_500);
    await expect(guard.watch(step, lasting(1))).rejects.toThrow(SetAside);
  });
});
