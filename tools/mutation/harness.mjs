/** As much of Jest's `describe`, `it` and `expect` as the unit tests of what is mutated use. */
import { createRequire } from 'node:module';
import { format } from 'node:util';

// The very `expect` that Jest brings along.
const { expect } = createRequire(createRequire(import.meta.url).resolve('@jest/globals'))('expect');

/**
 * Loads test files and gathers their tests instead of running them.
 * @param {() => unknown} load
 */
export function asTests(load) {
  const tests = [];
  const around = [];
  const it = (name, run) => tests.push({ name: [...around, name].join(' '), run });
  const describe = (name, within) => {
    around.push(name);
    within();
    around.pop();
  };
  it.each = rowByRow((name, values, run) => it(name, () => run(...values)));
  describe.each = rowByRow((name, values, within) => describe(name, () => within(...values)));
  Object.assign(globalThis, { describe, it, expect });
  return { loaded: load(), tests };
}

/** `each(table)(name, run)`: one test or group for each row. */
const rowByRow = (put) => (table) => (name, run) => {
  for (const row of table) {
    const values = Array.isArray(row) ? row : [row];
    put(format(name, ...values), values, run);
  }
};
