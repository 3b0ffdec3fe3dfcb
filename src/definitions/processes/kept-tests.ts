/** The tests that stand in a process's file, run on the process as it would run if it were published now. */
import type { EntityManager } from 'typeorm';
import {
  decidingTasks,
  freezeDecisions,
  link,
  LinkError,
  type Finding,
  type KeptTest,
} from '../../../bpmn/compiler/index.js';
import type { DecisionModel } from '../../../bpmn/dmn/index.js';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import type { DefinitionComputing } from '../computing/index.js';

/** Where the tests of a file do not hold: nothing where it has none. */
export async function keptTestFindings(
  manager: EntityManager,
  computing: DefinitionComputing,
  { models, tests }: { models: readonly ProcessModel[]; tests: readonly KeptTest[] },
): Promise<Finding[]> {
  if (tests.length === 0 || models.length === 0) return [];
  try {
    return await computing.run('keptFindings', await linked(manager, models), tests);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    const { element, message } = error;
    const said = `${tests.length} 个测试没有运行：${message}`;
    return [{ severity: 'error', rule: 'test-unusable', element, message: said }];
  }
}

/**
 * With what they call and decide by.
 * @throws LinkError where a called process is neither in the file nor published
 */
export async function linked(
  manager: EntityManager,
  models: readonly ProcessModel[],
): Promise<ProcessModel[]> {
  const rows = await manager.query<{ model: ProcessModel }[]>(
    `SELECT model FROM process_version WHERE state = 'published'`,
  );
  const known = new Map([...rows.map(({ model }) => model), ...models].map((one) => [one.id, one]));
  const whole = models.map((model) => link(model, (id) => known.get(id)));
  const decisions = await decisionsOf(manager, whole);
  return whole.map((model) => freezeDecisions(model, (id) => decisions.get(id)));
}

/** As they are published now; a task whose decision is not yet passes, as every work without an adapter does. */
async function decisionsOf(
  manager: EntityManager,
  models: readonly ProcessModel[],
): Promise<Map<string, DecisionModel>> {
  const wanted = models.flatMap(decidingTasks).map(({ decision }) => decision);
  if (wanted.length === 0) return new Map();
  const rows = await manager.query<{ model: DecisionModel }[]>(
    `SELECT model FROM decision_version WHERE state = 'published' AND decisions && $1::text[]`,
    [wanted],
  );
  return new Map(
    rows.flatMap(({ model }) => Object.keys(model.decisions).map((id) => [id, model])),
  );
}
