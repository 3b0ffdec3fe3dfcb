/** A step of the engine whose refusals are the case's. */
import { EventRefused, step, type Clock, type Event, type State } from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import type { CaseRefusal } from './contracts/case.js';
import { refusal } from './refusal.js';

/** @throws ApplicationFailure when it refuses what a person asked; EventRefused for what is nobody's */
export function stepOrRefuse(model: ProcessModel, state: State, event: Event, clock: Clock) {
  try {
    return step(model, state, event, clock);
  } catch (error) {
    if (error instanceof EventRefused && event.type === 'completeTask') {
      throw refusal(error.code === 'unknown-outcome' ? 'unknown-outcome' : 'task-not-open');
    }
    if (error instanceof EventRefused && event.type === 'modify') {
      throw refusal(error.code as CaseRefusal, error.message);
    }
    if (error instanceof EventRefused && event.type === 'messageReceived') {
      throw refusal('message-not-awaited');
    }
    throw error;
  }
}
