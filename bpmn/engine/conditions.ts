/** Conditional events: they happen when their condition becomes true. */
import type { Expression } from '../model/process.js';
import { isTrue } from './expressions.js';
import type { Run } from './run.js';
import type { Instance, Trigger } from './state.js';

/** Looks at every condition that is waited for, after a variable may have changed. */
export function lookAtConditions(run: Run): void {
  run.changed = false;
  for (const owner of Object.values(run.state.instances)) {
    if (!owner.triggers.some(({ type }) => type === 'conditional')) continue;
    owner.triggers = owner.triggers.map((trigger) =>
      trigger.type === 'conditional' ? look(run, owner, trigger) : trigger,
    );
  }
}

/** A condition that cannot be judged yet, because a variable is missing, does not hold. */
function look(run: Run, owner: Instance, trigger: Trigger & { type: 'conditional' }): Trigger {
  const holds = isTrue(run, owner, conditionOf(run, owner, trigger)) === true;
  if (holds && !trigger.was) {
    run.push({ do: 'trigger', in: owner.id, trigger: trigger.id, variables: {} });
  }
  return holds === trigger.was ? trigger : { ...trigger, was: holds };
}

function conditionOf(
  run: Run,
  owner: Instance,
  { element: id, inside, part }: Trigger,
): Expression {
  const scope = inside ? owner : run.bodies.scopeOf(owner);
  const element = run.bodies.elementIn(scope, id);
  const whole = 'definition' in element ? element.definition : undefined;
  const definition = whole?.type === 'multiple' ? whole.parts[part ?? 0] : whole;
  if (definition?.type !== 'conditional') throw new Error(`${id} waits for no condition`);
  return definition.condition;
}
