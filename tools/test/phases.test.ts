import { countOf } from './phases.js';

const report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};

describe('the count of a run of Jest', () => {
  it('is what passed and what failed', () => {
    expect(countOf({ ...report, numFailedTests: 2 }, 1)).toEqual({ passed: 3, failed: 2 });
  });

  it('has a file that could not be loaded and a skipped test among the failed', () => {
    const odd = { ...report, numRuntimeErrorTestSuites: 1, numPendingTests: 1 };
    expect(countOf(odd, 1)).toEqual({ passed: 3, failed: 2 });
  });

  it('is a failure when Jest itself ended badly or found no test at all', () => {
    expect(countOf(report, 1)).toEqual({ passed: 3, failed: 1 });
    expect(countOf({ ...report, numPassedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
  });
});
