/** What publication freezes into a process: the processes it calls, the decisions it takes, the forms it shows. */
import type { EntityManager } from 'typeorm';
import {
  decidingTasks,
  formsNamed,
  freezeDecisions,
  freezeForms,
  link,
  LinkError,
} from '../../../bpmn/compiler/index.js';
import type { DecisionModel } from '../../../bpmn/dmn/index.js';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import { currentVersions } from '../../catalogue/index.js';
import { unprocessable } from '../../platform/errors.js';
import { publishedDecision } from '../decisions/index.js';

/**
 * The model with all it needs, as that is published now.
 * @throws DomainError `called-process-not-published`, `decision-not-published`
 */
export async function frozen(manager: EntityManager, model: ProcessModel): Promise<ProcessModel> {
  const whole = await decided(manager, await linked(manager, model));
  return freezeForms(whole, await currentVersions(manager, formsNamed(whole)));
}

async function linked(manager: EntityManager, model: ProcessModel): Promise<ProcessModel> {
  const rows = await manager.query<{ model: ProcessModel }[]>(
    `SELECT model FROM process_version WHERE state = 'published'`,
  );
  const published = new Map(rows.map((row) => [row.model.id, row.model]));
  try {
    return link(model, (called: string) => published.get(called));
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    throw unprocessable('called-process-not-published', error.message, {
      element: error.element,
      process: error.process,
    });
  }
}

async function decided(manager: EntityManager, model: ProcessModel): Promise<ProcessModel> {
  const files = new Map<string, DecisionModel>();
  for (const { decision } of decidingTasks(model)) {
    const { model: file } = await publishedDecision(manager, decision);
    files.set(decision, file);
  }
  return freezeDecisions(model, (decision) => files.get(decision));
}
