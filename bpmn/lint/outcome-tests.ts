/** Conditions that ask for a task's outcome: `accept.outcome = "reject"`. */
export interface OutcomeTest {
  task: string;
  operator: '=' | '!=';
  outcome: string;
}

/** All such tests in a FEEL expression. */
export function outcomeTests(feel: string): OutcomeTest[] {
  const pattern = /([A-Za-z_]\w*)\.outcome\s*(!?=)\s*"([^"]*)"/g;
  return [...feel.matchAll(pattern)].map(([, task = '', operator, outcome = '']) => ({
    task,
    operator: operator === '!=' ? '!=' : '=',
    outcome,
  }));
}
