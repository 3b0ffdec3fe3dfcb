/** What somebody must say to try a decision out. */
import type { DecisionModel, TypeName } from './model.js';
import { namesBound, namesRead, namesRequired } from './lint/names.js';

export interface NeededInput {
  name: string;
  type?: TypeName;
}

/**
 * The inputs of a decision and of those it requires, each once, in the order in which they are met:
 * declared input data, and variables that expressions read without anybody declaring them.
 */
export function inputsNeeded(model: DecisionModel, decisionId: string): NeededInput[] {
  const needed = new Map<string, NeededInput>();
  const visit = (id: string) => {
    const decision = model.decisions[id];
    if (!decision) return;
    decision.decisions.forEach(visit);
    for (const input of decision.inputs) {
      const { name, type } = model.inputs[input]!;
      needed.set(name, { name, ...(type && { type }) });
    }
    const required = namesRequired(decision, model);
    const bound = namesBound(decision);
    const { inputs, cells, others } = namesRead(decision, model);
    for (const name of [...inputs, ...others, ...cells]) {
      if (!required.has(name) && !bound.has(name) && !needed.has(name)) needed.set(name, { name });
    }
  };
  visit(decisionId);
  return [...needed.values()];
}
