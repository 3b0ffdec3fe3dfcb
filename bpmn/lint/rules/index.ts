/** Our rules: a further one is a file and a line here. */
import type { Rule } from '../rule.js';
import { conditionUnknownVariable, variableMisspelt } from './condition-unknown-variable.js';
import { exclusiveAmbiguous } from './exclusive-ambiguous.js';
import { expressionWrong } from './expression-wrong.js';
import { flowsWithoutDefault } from './flows-without-default.js';
import { neverEnds } from './never-ends.js';
import { neverJoins } from './never-joins.js';
import { outcomeUnhandled } from './outcome-unhandled.js';
import { outcomeUnknown } from './outcome-unknown.js';
import { outcomesMissing } from './outcomes-missing.js';
import { paymentAfterLicence } from './payment-after-licence.js';
import { serviceWithoutAdapter } from './service-without-adapter.js';
import { unreachable } from './unreachable.js';
import { userTaskEmpty } from './user-task-empty.js';
import { userTaskAssignment } from './user-task-assignment.js';

export const rules: readonly Rule[] = [
  userTaskAssignment,
  userTaskEmpty,
  outcomesMissing,
  outcomeUnknown,
  outcomeUnhandled,
  unreachable,
  neverEnds,
  neverJoins,
  exclusiveAmbiguous,
  flowsWithoutDefault,
  conditionUnknownVariable,
  variableMisspelt,
  expressionWrong,
  paymentAfterLicence,
  serviceWithoutAdapter,
];
