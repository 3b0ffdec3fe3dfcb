/** What may stand in the way of several verbs. */
import { conflict } from '../../../platform/errors.js';
import { requireSignedBefore } from '../sign-offs/holding.js';
import type { Gate } from './verb.js';

/** @throws DomainError `task-held`: it is completed, and waits for who signs after it */
export const notHeld: Gate<unknown> = ({ task }) => {
  if (task.held)
    throw conflict('task-held', `“${task.name}”已提交，正在等待后加签；如需更改，请先拿回。`);
};

/** @throws DomainError `task-delegated`: it goes back to who delegated it, and only then on */
export const notDelegated: Gate<unknown> = ({ task }) => {
  if (task.delegator_person)
    throw conflict('task-delegated', `“${task.name}”是受委派的任务：请填写意见后交回委派人。`);
};

/** @throws DomainError `sign-off-open`: who was asked before it has not answered */
export const signedBefore: Gate<unknown> = ({ task }) => requireSignedBefore(task);
