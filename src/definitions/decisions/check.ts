/** What must hold before a DMN file is kept or published: it can be read, the lint finds no error. */
import type { DecisionModel, DecisionResult } from '../../../bpmn/dmn/index.js';
import { unprocessable } from '../../platform/errors.js';
import type { DefinitionComputing } from '../computing/index.js';

/** @throws DomainError `decisions-have-findings` with every error, each naming its element */
export async function readSound(
  computing: DefinitionComputing,
  xml: string,
): Promise<DecisionModel> {
  const { model, findings } = await computing.run('readDecisionFile', xml);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (model && !first) return model;
  throw unprocessable(
    'decisions-have-findings',
    `决策文件有 ${errors.length} 处问题，未保存。第一处${first?.element ? `在 ${first.element}` : ''}：${first?.message ?? ''}`,
    { findings: errors },
  );
}

/**
 * Makes a decision of a file, whatever the lint may say of it.
 * @throws DomainError `decisions-unreadable`
 */
export async function tryOut(
  computing: DefinitionComputing,
  source: { xml: string } | { model: DecisionModel },
  decision: string,
  variables: Record<string, unknown>,
): Promise<DecisionResult> {
  const tried = await computing.run('tryOut', source, decision, variables, Date.now());
  if ('result' in tried) return tried.result;
  const errors = tried.unreadable;
  throw unprocessable('decisions-unreadable', `决策文件还不能试算：${errors[0]?.message ?? ''}`, {
    findings: errors,
  });
}
