/** Decisions with what they require, each evaluated once. */
import { Budget, plain, TooCostly, type PlainValue } from '../../feel/index.js';
import type { DecisionModel } from '../model.js';
import { Evaluation, notFound, type DecisionTrace } from './evaluation.js';
import { DecisionError, type Failure } from './failure.js';

/** One output is its value, several are a context, several hits are a list; all of it plain JSON. */
export type DecisionResult =
  | {
      ok: true;
      value: PlainValue;
      /** In the order in which they were made: the required ones first. */
      trace: DecisionTrace[];
    }
  | {
      ok: false;
      failure: Failure;
      /** What was decided before it failed. */ trace: DecisionTrace[];
    };

/**
 * Makes a decision. Never throws for what stands in the model or in the variables.
 * @param variables by name, plain JSON; dates are ISO 8601 text where the model asks for dates
 * @param at instant of the event in milliseconds since the epoch; `now()` and `today()` give it
 * @param budget what it may spend, with all it requires; one that is shared adds up
 */
export function evaluateDecision(
  model: DecisionModel,
  decisionId: string,
  variables: Record<string, unknown>,
  at: number,
  budget = new Budget(),
): DecisionResult {
  const evaluation = new Evaluation(model, variables, at, budget);
  return result(evaluation, () => evaluation.decide(decisionId));
}

/**
 * Calls a decision service. Never throws for what stands in the model or in the values.
 * @param values what it is called with, by name; of what is missing, null
 */
export function evaluateService(
  model: DecisionModel,
  serviceId: string,
  values: Record<string, unknown>,
  at: number,
  budget = new Budget(),
): DecisionResult {
  const evaluation = new Evaluation(model, {}, at, budget);
  return result(evaluation, () => {
    const service = model.services?.[serviceId];
    if (!service) throw new DecisionError(notFound(model, serviceId));
    return evaluation.answer(service, values);
  });
}

function result(evaluation: Evaluation, make: () => unknown): DecisionResult {
  try {
    return { ok: true, value: plain(make(), evaluation.budget), trace: evaluation.trace };
  } catch (error) {
    const { trace, making } = evaluation;
    if (error instanceof DecisionError) return { ok: false, failure: error.failure, trace };
    if (!(error instanceof TooCostly)) throw error;
    const { code, message } = error;
    return { ok: false, failure: { code, decision: making, message }, trace };
  }
}
