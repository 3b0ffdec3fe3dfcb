/** All that is to be said about a DMN file before it is published; the same in the browser and on the server. */
import { Findings, type Finding } from '../../compiler/findings.js';
import { foreseen } from '../../compiler/unforeseen.js';
import { caseFindings } from '../kept-tests.js';
import { readDecisions } from '../read/read.js';
import type { DecisionModel } from '../model.js';
import { rules } from './rules/index.js';

/** Findings of reading and, when it can be read, of our rules and of the tests in it. Never throws. */
export async function lintDecisions(xml: string): Promise<Finding[]> {
  const { model, findings, tests } = await readDecisions(xml);
  const more = new Findings();
  const found = await foreseen(more, () =>
    model ? [...lintModel(model), ...caseFindings(model, tests)] : [],
  );
  return [...findings, ...(found ?? []), ...more.all];
}

export function lintModel(model: DecisionModel): Finding[] {
  return rules.flatMap(({ name, severity, check }) => {
    const found: Finding[] = [];
    check(model, (element, message) => found.push({ severity, rule: name, element, message }));
    return found;
  });
}
