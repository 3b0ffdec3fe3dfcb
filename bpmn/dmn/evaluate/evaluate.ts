/** Decisions with what they require, each evaluated once. */
import { Budget, leavingPlain, TooCostly, type PlainValue } from '../../feel/index.js';
import type { DecisionModel } from '../model.js';
import { Evaluation, notFound } from './evaluation.js';
import { DecisionError, type Failure } from './failure.js';
import { Tracing, type DecisionTrace } from './trace.js';

/** One output is its value, several are a context, several hits are a list; all of it plain JSON. */
export type DecisionResult = Answer & {
  /** In the order in which they were made, the required ones first, also those before a failure. */
  trace: DecisionTrace[];
};

type Answer = { ok: true; value: PlainValue } | { ok: false; failure: Failure };

export interface Asked {
  /** What it may spend, with all it requires; one that is shared adds up. */
  budget?: Budget;
  /** Whether it is told how each decision came about; else the trace is empty. */
  traced?: boolean;
}

/**
 * Makes a decision. Never throws for what stands in the model or in the variables.
 * @param variables by name, plain JSON; dates are ISO 8601 text where the model asks for dates
 * @param at instant of the event in milliseconds since the epoch; `now()` and `today()` give it
 */
export function evaluateDecision(
  model: DecisionModel,
  decisionId: string,
  variables: Record<string, unknown>,
  at: number,
  { budget = new Budget(), traced = false }: Asked = {},
): DecisionResult {
  const tracing = traced ? new Tracing() : undefined;
  const evaluation = new Evaluation(model, variables, at, budget, tracing);
  const answered = answer(decisionId, budget, () => evaluation.decide(decisionId));
  return { ...answered, trace: tracing?.decisions ?? [] };
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
  { budget = new Budget(), traced = false }: Asked = {},
): DecisionResult {
  const tracing = traced ? new Tracing() : undefined;
  const evaluation = new Evaluation(model, {}, at, budget, tracing);
  const answered = answer(serviceId, budget, () => {
    const service = model.services?.[serviceId];
    if (!service) throw new DecisionError(notFound(model, serviceId));
    return evaluation.answer(service, values);
  });
  return { ...answered, trace: tracing?.decisions ?? [] };
}

/** What leaves is bounded as the value of an expression is. */
function answer(decision: string, budget: Budget, make: () => unknown): Answer {
  try {
    return { ok: true, value: leavingPlain(make(), budget.where('decided')) };
  } catch (error) {
    if (error instanceof DecisionError) return { ok: false, failure: error.failure };
    if (!(error instanceof TooCostly)) throw error;
    const { code, message } = error;
    return { ok: false, failure: { code, decision, message } };
  }
}
