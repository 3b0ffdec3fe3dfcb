/** A drawing as the browser rehearses it. */
import type { EntityManager } from 'typeorm';
import { hasErrors, LinkError } from '../../../bpmn/compiler/index.js';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import { unprocessable } from '../../platform/errors.js';
import type { DefinitionComputing } from '../computing/index.js';
import { refuseDocumentType } from './check.js';
import { linked } from './kept-tests.js';

/**
 * A drawing as a rehearsal plays it: the process it begins with first, then the others of the file.
 * @throws DomainError `process-not-rehearsable`
 */
export async function rehearsable(
  manager: EntityManager,
  computing: DefinitionComputing,
  { xml, process }: { xml: string; process: string },
): Promise<ProcessModel[]> {
  refuseDocumentType(xml);
  const { models, findings } = await computing.run('compileProcess', xml, process);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (hasErrors(findings) || models.length === 0)
    throw unprocessable(
      'process-not-rehearsable',
      `流程还不能模拟：${errors[0]?.message ?? '文件里没有可以运行的流程。'}`,
      { findings: errors },
    );
  try {
    return await linked(manager, models);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    throw unprocessable('process-not-rehearsable', `流程还不能模拟：${error.message}`);
  }
}
