/** What must hold before a DMN file is kept (it is one) or published (the lint finds no error). */
import type { Finding } from '../../../bpmn/compiler/index.js';
import type { DecisionModel, DecisionResult } from '../../../bpmn/dmn/index.js';
import { unprocessable } from '../../platform/errors.js';
import type { DefinitionComputing } from '../computing/index.js';

/** @throws DomainError `decisions-have-findings` with every error, each naming its element */
export async function readSound(
  computing: DefinitionComputing,
  xml: string,
): Promise<DecisionModel> {
  const { model, findings } = await computing.run('readDecisionFile', xml);
  refuseErrors(findings, '未发布');
  // without an error there is one
  return model!;
}

/** What is no decision file at all, and so cannot be gone on with. */
const NO_DRAFT = /^(xml-|encoding-unknown$)/;

/**
 * A file as its author leaves it, whatever is wrong with it.
 * @returns the model, if it can be read so far, and what is wrong
 * @throws DomainError `decisions-have-findings` where it is no DMN file at all
 */
export async function readDraft(
  computing: DefinitionComputing,
  xml: string,
): Promise<{ model: DecisionModel | undefined; findings: Finding[] }> {
  const { model, findings } = await computing.run('readDecisionFile', xml);
  refuseErrors(
    findings.filter(({ rule }) => NO_DRAFT.test(rule)),
    '未保存',
  );
  return { model, findings };
}

function refuseErrors(findings: readonly Finding[], outcome: string): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return;
  throw unprocessable(
    'decisions-have-findings',
    `决策文件有 ${errors.length} 处问题，${outcome}。第一处${first.element ? `在 ${first.element}` : ''}：${first.message}`,
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
