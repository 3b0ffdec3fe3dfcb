/**
 * Runs the tests of what is mutated for Stryker within one process: a mutant costs the time of the
 * tests it meets, not that of starting Jest, so that the whole engine is mutated in minutes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { suiteOf } from './suite.mjs';

/** Where Stryker's instrumented code looks for the active mutant and notes what was covered. */
const stryker = (globalThis.__stryker__ ??= {});

class InProcessTestRunner {
  static inject = ['options'];

  /** @param {{ suite: import('./suite.mjs').Reach }} options of the configuration */
  constructor({ suite }) {
    this.reach = suite;
  }

  /** Everything is loaded anew for each mutant, so what happens while loading is mutated as well. */
  capabilities = () => ({ reloadEnvironment: true });

  async dryRun() {
    delete stryker.activeMutant;
    const tests = await this.load();
    const results = [];
    for (const test of tests) {
      stryker.currentTestId = test.name;
      results.push(await outcomeOf(test));
    }
    delete stryker.currentTestId;
    writeFileSync(ORDER, JSON.stringify(bySize(stryker.mutantCoverage.perTest)));
    return { status: 'complete', tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  /** Ends at the first test that fails. */
  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    stryker.activeMutant = activeMutant.id;
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    try {
      return await this.fate(inOrder(await this.load(), testFilter));
    } catch (error) {
      // The mutant did not let the tests load.
      return killed(['loading the tests'], String(error), 1);
    } finally {
      delete stryker.activeMutant;
    }
  }

  async fate(tests) {
    let ran = 0;
    for (const test of tests) {
      const { status, failureMessage } = await outcomeOf(test);
      ran += 1;
      if (stryker.hitCount > stryker.hitLimit)
        return { status: 'timeout', reason: 'a loop that the tests do not run so often' };
      if (status === FAILED) return killed([test.name], failureMessage, ran);
    }
    return { status: 'survived', nrOfTests: ran };
  }

  async load() {
    this.suite ??= await suiteOf(process.cwd(), this.reach);
    return this.suite();
  }
}

/** Kept for the other processes: names of tests, those that reach least first. */
const ORDER = '.mutation-order.json';

/** @param {Record<string, Record<string, number>>} covered mutants by test */
const bySize = (covered) => {
  const size = (name) => Object.keys(covered[name]).length;
  return Object.keys(covered).sort((a, b) => size(a) - size(b));
};

/** Tests to run: those that reach little are about what they reach, and fail at once. */
function inOrder(tests, wanted) {
  const byName = new Map(tests.map((test) => [test.name, test]));
  const chosen = new Set(wanted ?? byName.keys());
  const order = JSON.parse(readFileSync(ORDER, 'utf8')).filter((name) => chosen.has(name));
  return [...new Set([...order, ...chosen])].map((name) => byName.get(name));
}

const SUCCESS = 0;
const FAILED = 1;

const killed = (killedBy, failureMessage, nrOfTests) => ({
  status: 'killed',
  killedBy,
  failureMessage,
  nrOfTests,
});

async function outcomeOf({ name, run }) {
  const since = performance.now();
  const test = { id: name, name };
  try {
    await run();
    return { ...test, status: SUCCESS, timeSpentMs: performance.now() - since };
  } catch (error) {
    const failureMessage = String(error?.message ?? error);
    return { ...test, status: FAILED, failureMessage, timeSpentMs: performance.now() - since };
  }
}

/** What Stryker finds in a plugin. */
export const strykerPlugins = [
  { kind: 'TestRunner', name: 'in-process', injectableClass: InProcessTestRunner },
];

/** The setting of ours in a configuration. */
export const strykerValidationSchema = {
  type: 'object',
  properties: {
    suite: {
      type: 'object',
      properties: {
        tests: { type: 'array', items: { type: 'string' } },
        without: { type: 'array', items: { type: 'string' } },
        scripts: { type: 'boolean' },
      },
      required: ['tests', 'scripts'],
    },
  },
};
