/** As much of Jest's `describe`, `it` and `expect` as the engine's unit tests use. */
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
  it.each = (table) => (name, run) => {
    for (const row of table) {
      const values = Array.isArray(row) ? row : [row];
      it(format(name, ...values), () => run(...values));
    }
  };
  const describe = (name, within) => {
    around.push(name);
    within();
    around.pop();
  };
  Object.assign(globalThis, { describe, it, expect });
  return { loaded: load(), tests };
}
