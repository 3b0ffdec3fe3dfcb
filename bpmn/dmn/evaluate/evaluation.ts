/** One evaluation of a model: each decision is made once, what it requires before it. */
import { feelFunction, TooCostly, type Budget } from '../../feel/index.js';
import type {
  Decision,
  DecisionModel,
  DecisionService,
  Imported,
  InputData,
  KnowledgeModel,
} from '../model.js';
import { namesOf } from '../names.js';
import { localId, seenFrom, underAlias, type Seen } from './seen.js';
import { DecisionError, type Failure } from './failure.js';
import { evaluateExpression, functionOf, isTable } from './expression.js';
import { multiple } from './hits.js';
import { fail, within, type Place, type Values } from './place.js';
import { evaluateTable } from './table.js';
import type { Made, Tracing } from './trace.js';
import { isInstance, resultType, given, typed } from './types.js';

export class Evaluation {
  private readonly decided = new Map<string, unknown>();
  /** FEEL reads names with spaces only if it knows them, also of inputs that are not given. */
  private readonly given: Record<string, unknown>;

  constructor(
    private readonly model: DecisionModel,
    variables: Values,
    private readonly at: number,
    private readonly budget: Budget,
    private readonly tracing?: Tracing,
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
      ...this.required(decision, results, place),
    };
    const made = bounded(place, () => this.logicOf(decision, scope, place));
    this.decided.set(id, made.value);
    this.tracing?.add(decision, made, place.warnings);
    return made.value;
  }

  private placeOf({ id, name }: { id: string; name: string }, kind: string): Place {
    const { model, at, budget } = this;
    const isOfType = (value: unknown, name: string): boolean | undefined =>
      model.types[name] && isInstance(value, model.types[name], place);
    const place: Place = {
      model,
      at,
      budget,
      isOfType,
      owner: id,
      called: `${kind}“${name}”`,
      warnings: new Set(),
    };
    return place;
  }

  /** What a decision requires, by the names under which it is seen there; the first ones come last. */
  private required(
    decision: Decision & Imported,
    results: readonly { decision: Decision & Imported; value: unknown }[],
    place: Place,
  ): Values {
    const { model } = this;
    return seenFrom(decision, [
      ...results.flatMap(({ decision: part, value }) =>
        (part.aliases ?? []).map((name): Seen => [
          { ...part, name },
          underAlias(part, name, value),
        ]),
      ),
      ...decision.inputs.flatMap((id): Seen[] => {
        const input = model.inputs[id]!;
        const value = this.inputOf(input, place);
        return namesOf(input).map((name): Seen => [{ ...input, name }, value]);
      }),
      ...results.map(({ decision: part, value }): Seen => [
        { ...part, name: localId(part) },
        value,
      ]),
      ...results.map(({ decision: part, value }): Seen => [part, value]),
      ...this.functionsOf(decision, place),
    ]);
  }

  private inputOf(input: InputData, place: Place): unknown {
    const found = namesOf(input).map((name) => this.given[name]);
    const value = found.find((each) => each !== null && each !== undefined) ?? null;
    return given(value, input.type, within(place, `的输入数据“${input.name}”`));
  }

  /** Required knowledge models and services as functions. */
  private functionsOf(of: Pick<KnowledgeModel, 'knowledge'>, caller: Place): Seen[] {
    return of.knowledge.flatMap((id): Seen[] => {
      const service = this.model.services?.[id];
      if (service) return [[service, this.serviceAsFunction(service, caller)]];
      const model = this.model.knowledge[id]!;
      const place = { ...this.placeOf(model, '业务知识模型'), warnings: caller.warnings };
      const inside = seenFrom(model, this.functionsOf(model, place));
      const type = resultType(model.type, this.model);
      const result = (value: unknown) => typed(value, type, within(place, '的结果'));
      const made = functionOf(model.logic, inside, place, result);
      return namesOf(model).map((name): Seen => [{ ...model, name }, made]);
    });
  }

  private serviceAsFunction(service: DecisionService & Imported, caller: Place): unknown {
    const inputs = service.inputs.map((id) => this.model.inputs[id]!);
    const decisions = service.inputDecisions.map((id) => this.model.decisions[id]!);
    const parameters = [...inputs, ...decisions];
    const call = (...values: unknown[]): unknown =>
      this.serve(
        service,
        Object.fromEntries(parameters.map(({ name }, at) => [name, values[at] ?? null])),
        caller.warnings,
      );
    return feelFunction(
      call,
      parameters.map(({ name }) => name),
    );
  }

  /** Makes the decisions of a service from what it is called with, and from nothing else. */
  private serve(
    service: DecisionService & Imported,
    values: Values,
    warnings: Set<string>,
  ): unknown {
    const inside = new Evaluation(this.model, {}, this.at, this.budget);
    return inside.answer(service, values, warnings);
  }

  answer(service: DecisionService & Imported, values: Values, warnings?: Set<string>): unknown {
    const place = { ...this.placeOf(service, '决策服务'), ...(warnings && { warnings }) };
    for (const id of service.inputs) {
      const { name } = this.model.inputs[id]!;
      this.given[name] = values[name] ?? null;
    }
    for (const id of service.inputDecisions) {
      const { name, type } = this.model.decisions[id]!;
      this.decided.set(id, typed(values[name], type, within(place, `的输入“${name}”`)));
    }
    const made = service.outputs.map((id) => this.decide(id));
    const value =
      made.length === 1
        ? made[0]
        : Object.fromEntries(
            service.outputs.map((id, at) => [this.model.decisions[id]!.name, made[at]]),
          );
    return typed(value, resultType(service.type, this.model), within(place, '的结果'));
  }

  private logicOf({ logic, type }: Decision, scope: Values, place: Place): Made {
    const inside = within(place, '的结果');
    if (!isTable(logic))
      return { value: typed(evaluateExpression(logic, scope, place), type, inside) };
    const table = evaluateTable(logic, scope, place);
    // Tools give a table's variable the type of one output, also where the hit policy makes a list.
    const each = multiple(logic) && type !== undefined && !this.model.types[type]?.collection;
    const value =
      each && Array.isArray(table.value) && type !== 'list'
        ? table.value.map((item: unknown) => typed(item, type, inside))
        : typed(table.value, type, inside);
    return { value, table };
  }
}

/** What costs too much beside FEEL fails where it stands. */
function bounded<Result>(place: Place, make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TooCostly)) throw error;
    return fail(place, error.code, `：${error.message}。`);
  }
}

export function notFound(model: DecisionModel, id: string): Failure {
  const known = Object.keys(model.decisions).join('、');
  return {
    code: 'decision-not-found',
    decision: id,
    message: `没有编号为“${id}”的决策，只有：${known}。请更正所引用的决策编号。`,
  };
}
