/** Decisions with what they require, each evaluated once. */
import { plain, type PlainValue } from '../../feel/index.js';
import type { Decision, DecisionModel, KnowledgeModel } from '../model.js';
import { namesOf } from '../names.js';
import { DecisionError, type Failure } from './failure.js';
import { evaluateExpression, functionOf, isTable } from './expression.js';
import { multiple } from './hits.js';
import { within, type Place, type Values } from './place.js';
import { evaluateTable, type TableAnswer } from './table.js';
import { typed } from './types.js';

/** How one decision came about. */
export interface DecisionTrace {
  decision: string;
  name: string;
  value: PlainValue;
  /** Of a decision table: values of its inputs, and numbers of the matching rules from 1. */
  inputs?: PlainValue[];
  matched?: number[];
  /** Why something became null. */
  warnings: string[];
}

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
 */
export function evaluateDecision(
  model: DecisionModel,
  decisionId: string,
  variables: Record<string, unknown>,
  at: number,
): DecisionResult {
  const evaluation = new Evaluation(model, variables, at);
  try {
    return { ok: true, value: plain(evaluation.decide(decisionId)), trace: evaluation.trace };
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error;
    return { ok: false, failure: error.failure, trace: evaluation.trace };
  }
}

class Evaluation {
  readonly trace: DecisionTrace[] = [];
  private readonly decided = new Map<string, unknown>();
  /** FEEL reads names with spaces only if it knows them, also of inputs that are not given. */
  private readonly given: Values;

  constructor(
    private readonly model: DecisionModel,
    variables: Values,
    private readonly at: number,
  ) {
    const missing = Object.values(model.inputs)
      .flatMap(namesOf)
      .map((name) => [name, null]);
    this.given = { ...Object.fromEntries(missing), ...variables };
  }

  decide(id: string): unknown {
    if (this.decided.has(id)) return this.decided.get(id);
    const decision = Object.hasOwn(this.model.decisions, id) ? this.model.decisions[id] : undefined;
    if (!decision) throw new DecisionError(notFound(this.model, id));
    const required = decision.decisions.map((each) => this.decide(each));
    const place = this.placeOf(decision, '决策');
    const results = decision.decisions.map((each, index) => ({
      decision: this.model.decisions[each]!,
      value: required[index],
    }));
    const scope = {
      ...this.given,
      ...valuesByAlias(results),
      ...this.inputsOf(decision, place),
      ...Object.fromEntries(results.map(({ decision: { id: each }, value }) => [each, value])),
      ...Object.fromEntries(results.map(({ decision: { name }, value }) => [name, value])),
      ...this.knowledgeOf(decision, place),
    };
    const { value, ...table } = this.logicOf(decision, scope, place);
    this.decided.set(id, value);
    this.trace.push({
      decision: id,
      name: decision.name,
      value: plain(value),
      ...table,
      warnings: [...place.warnings],
    });
    return value;
  }

  private placeOf({ id, name }: { id: string; name: string }, kind: string): Place {
    const { model, at } = this;
    return { model, at, owner: id, called: `${kind}“${name}”`, warnings: new Set() };
  }

  private inputsOf(decision: Decision, place: Place): Values {
    const inputs = decision.inputs.flatMap((id): [string, unknown][] => {
      const input = this.model.inputs[id]!;
      const names = namesOf(input);
      const given = names.map((name) => this.given[name]).find((value) => value !== null) ?? null;
      const value = typed(given, input.type, within(place, `的输入数据“${input.name}”`));
      return names.map((name) => [name, value]);
    });
    return Object.fromEntries(inputs);
  }

  /** Required knowledge models as functions, each with those it requires itself. */
  private knowledgeOf(of: Pick<KnowledgeModel, 'knowledge'>, caller: Place): Values {
    const functions = of.knowledge.flatMap((id): [string, unknown][] => {
      const model = this.model.knowledge[id]!;
      const place = { ...this.placeOf(model, '业务知识模型'), warnings: caller.warnings };
      const made = functionOf(model.logic, this.knowledgeOf(model, place), place);
      return namesOf(model).map((name) => [name, made]);
    });
    return Object.fromEntries(functions);
  }

  private logicOf(
    { logic, type }: Decision,
    scope: Values,
    place: Place,
  ): { value: unknown; inputs?: PlainValue[]; matched?: number[] } {
    const inside = within(place, '的结果');
    if (!isTable(logic))
      return { value: typed(evaluateExpression(logic, scope, place), type, inside) };
    const answered: TableAnswer = evaluateTable(logic, scope, place);
    // Tools give a table's variable the type of one output, also where the hit policy makes a list.
    const each = multiple(logic) && type !== undefined && !this.model.types[type]?.collection;
    const value =
      each && Array.isArray(answered.value) && type !== 'list'
        ? answered.value.map((item: unknown) => typed(item, type, inside))
        : typed(answered.value, type, inside);
    return { value, inputs: answered.inputs.map(plain), matched: answered.matched };
  }
}

/** Required decisions by their other names; of several outputs each is an entry of the result. */
function valuesByAlias(results: readonly { decision: Decision; value: unknown }[]): Values {
  return Object.fromEntries(
    results.flatMap(({ decision: { aliases = [], logic }, value }) => {
      const several = logic.kind === 'table' && logic.outputs.length > 1;
      return aliases.map((name): [string, unknown] => [
        name,
        several && logic.outputs.some((output) => output.name === name)
          ? entryOf(value, name)
          : value,
      ]);
    }),
  );
}

/** Of several hits the list of their entries. */
function entryOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => entryOf(each, name));
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Values)[name]
    : null;
}

function notFound(model: DecisionModel, id: string): Failure {
  const known = Object.keys(model.decisions).join('、');
  return {
    code: 'decision-not-found',
    decision: id,
    message: `没有编号为“${id}”的决策，只有：${known}。请更正所引用的决策编号。`,
  };
}
