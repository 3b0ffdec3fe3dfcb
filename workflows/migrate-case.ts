/** A case on another version of its process. Pure. */
import { migrate, type Clock, type Command, type State } from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import type { CarriedCase } from './continue-as-new-state.js';
import type { CaseCommand } from './contracts/case.js';
import { refusal } from './refusal.js';

export type Migrate = Extract<CaseCommand, { kind: 'migrate' }>;

export interface MigratedCase {
  model: ProcessModel;
  state: State;
  commands: Command[];
}

/**
 * @throws ApplicationFailure `case-moved-on`: it does not stand where the admin looked at it;
 *   `migration-refused` with every obstacle in its sentence
 */
export function migrateCase(
  { model: { $model, model: to }, plan, step }: Migrate,
  from: ProcessModel,
  carried: Pick<CarriedCase, 'engine' | 'step'>,
  clock: Clock,
  at: number,
): MigratedCase {
  if (!to) throw new Error(`model ${$model} was not expanded`);
  if (carried.step !== step) throw refusal('case-moved-on');
  const result = migrate(from, to, carried.engine, plan, at, clock);
  if (result.ok) return { model: to, state: result.state, commands: result.commands };
  throw refusal('migration-refused', result.problems.map(({ message }) => message).join(''));
}
