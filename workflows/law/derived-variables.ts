/** Which variables a diagram makes of others, as its elements write them. */
import { contextEntries, variablesOf } from '../../bpmn/feel/index.js';
import type { Element, Expression } from '../../bpmn/model/process.js';

/** A variable, and the names that its expression reads. */
export interface Derived {
  name: string;
  feel: string;
  reads: readonly string[];
}

/** What an element takes over from variables into others: mappings, a script, its loop, a call's input. */
export function derivedOf(element: Element): Derived[] {
  const mappings = [
    ...(('inputs' in element && element.inputs) || []),
    ...(('outputs' in element && element.outputs) || []),
  ];
  return [
    ...mappings.map(({ target, source }) => derived(target, source)),
    ...(element.type === 'scriptTask'
      ? [derived(element.resultVariable ?? element.id, element.script)]
      : []),
    ...ofLoop(element),
    ...ofCall(element),
  ];
}

const derived = (name: string, { feel }: Expression): Derived => ({
  ...{ name, feel },
  reads: variablesOf(feel),
});

function ofLoop(element: Element): Derived[] {
  if (!('multiInstance' in element) || !element.multiInstance) return [];
  const { collection, element: item, outputCollection, outputElement } = element.multiInstance;
  return [
    ...(item && collection ? [derived(item, collection)] : []),
    ...(outputCollection && outputElement ? [derived(outputCollection, outputElement)] : []),
  ];
}

function ofCall(element: Element): Derived[] {
  if (element.type !== 'callActivity' || !element.input) return [];
  return contextEntries(element.input.feel).map(({ name, feel }) => derived(name, { feel }));
}
