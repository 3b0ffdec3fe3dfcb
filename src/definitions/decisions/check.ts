/** What must hold before a DMN file is kept or published: it can be read, the lint finds no error. */
import type { Finding } from '../../../bpmn/compiler/index.js';
import {
  lintDecisions,
  lintModel,
  readDecisions,
  type DecisionModel,
} from '../../../bpmn/dmn/index.js';
import { unprocessable } from '../../platform/errors.js';

/** Everything reading and lint have to say about a file. Nothing is kept. */
export const findingsOf = (xml: string): Promise<Finding[]> => lintDecisions(xml);

/** @throws DomainError `decisions-have-findings` with every error, each naming its element */
export async function readSound(xml: string): Promise<DecisionModel> {
  const { model, findings } = await readDecisions(xml);
  const all = [...findings, ...(model ? lintModel(model) : [])];
  const errors = all.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (model && !first) return model;
  throw unprocessable(
    'decisions-have-findings',
    `决策文件有 ${errors.length} 处问题，未保存。第一处${first?.element ? `在 ${first.element}` : ''}：${first?.message ?? ''}`,
    { findings: errors },
  );
}

/**
 * Reads a file to try it out, whatever the lint may say.
 * @throws DomainError `decisions-unreadable`
 */
export async function readAnyhow(xml: string): Promise<DecisionModel> {
  const { model, findings } = await readDecisions(xml);
  if (model) return model;
  const errors = findings.filter(({ severity }) => severity === 'error');
  throw unprocessable('decisions-unreadable', `决策文件还不能试算：${errors[0]?.message ?? ''}`, {
    findings: errors,
  });
}
