import { readdirSync } from 'node:fs';
import { behaves, ENGINE, FIRST_ENGINE, FLAGS } from './behaviour-flags.js';
import { initialState } from './index.js';
import { build } from './testing/build.js';
import { start } from './testing/parts.js';

describe('changes of behaviour', () => {
  const flags = Object.values(FLAGS);

  it('are numbered one after another from the first engine, each with its day and what it changed', () => {
    expect(flags.map(({ number }) => number)).toEqual(flags.map((_, i) => FIRST_ENGINE + 1 + i));
    const days: string[] = flags.map(({ date }) => date);
    expect([...days].sort()).toEqual(days);
    for (const { date, what } of flags) {
      expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
      expect(what.length).toBeGreaterThan(40);
    }
  });

  it('come with histories of cases that were opened under the newest, which replay ever after', () => {
    const recorded = readdirSync(new URL('../../test/replay/histories/', import.meta.url));
    expect(recorded.filter((file) => file.endsWith(`.engine-${ENGINE}.json`))).not.toEqual([]);
  });

  it('are a case’s when they were known at its opening', () => {
    const { number } = FLAGS.conditionsByWhatTheyRead;
    expect(behaves(number - 1, 'conditionsByWhatTheyRead')).toBe(false);
    expect(behaves(number, 'conditionsByWhatTheyRead')).toBe(true);
    expect(behaves(number + 1, 'conditionsByWhatTheyRead')).toBe(true);
  });

  it('are settled at the opening: all of them, or those it is opened under', () => {
    const model = build({ elements: [start], flows: [] });
    expect(initialState(model).engine).toBe(ENGINE);
    expect(initialState(model, FIRST_ENGINE).engine).toBe(FIRST_ENGINE);
  });
});
