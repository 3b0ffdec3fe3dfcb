/** Completes tables with what the types of their outputs say: allowed values, which rank them too. */
import type { Decision, DecisionModel, DecisionTable, ItemType, TableOutput } from '../model.js';
import type { Reading } from './reading.js';

/** Tables whose outputs are ranked need an order; it may stand in the table or in a type. */
export function completeOutputs(model: DecisionModel, reading: Reading): void {
  for (const decision of Object.values(model.decisions)) {
    if (decision.logic.kind === 'table') complete(decision, decision.logic, model, reading);
  }
  for (const { logic, ...rest } of Object.values(model.knowledge)) {
    if (logic.body.kind === 'table') complete(rest, logic.body, model, reading);
  }
}

function complete(
  owner: Pick<Decision, 'id' | 'name' | 'type'>,
  table: DecisionTable,
  model: DecisionModel,
  reading: Reading,
): void {
  const whole = table.type ?? owner.type;
  const single = table.outputs.length === 1;
  for (const output of table.outputs) {
    const allowed = output.allowed ?? allowedByType(output, whole, single, model.types);
    if (allowed) output.allowed = allowed;
  }
  if (!single && whole !== undefined && whole !== 'context' && !model.types[whole]) {
    reading.error(
      'output-type',
      { element: owner.id, called: `“${owner.name}”` },
      `的类型是 ${whole}，决策表却有多个输出，结果是上下文。请删去决策的类型，或改为 context。`,
    );
  }
  const ranked = ['PRIORITY', 'OUTPUT ORDER'].includes(table.hitPolicy);
  if (ranked && table.outputs.every(({ allowed }) => !allowed)) {
    reading.error(
      'output-order-missing',
      { element: owner.id, called: `“${owner.name}”` },
      `的命中策略是 ${table.hitPolicy}，但没有输出给出取值清单（outputValues）。请在输出列按优先次序列出取值。`,
    );
  }
}

function allowedByType(
  { type, name }: TableOutput,
  whole: string | undefined,
  single: boolean,
  types: Readonly<Record<string, ItemType>>,
): string[] | undefined {
  const own = allowedOf(type === undefined ? undefined : { base: type }, types);
  if (own) return own;
  const outer = whole === undefined ? undefined : types[whole];
  return single ? allowedOf(outer, types) : allowedOf(outer?.components?.[name], types);
}

/** Of a type, or of the type it is based on; circles of types end. */
function allowedOf(
  type: ItemType | undefined,
  types: Readonly<Record<string, ItemType>>,
  seen: readonly (ItemType | undefined)[] = [],
): string[] | undefined {
  if (!type || seen.includes(type)) return undefined;
  if (type.allowed) return type.allowed;
  return allowedOf(type.base === undefined ? undefined : types[type.base], types, [...seen, type]);
}
