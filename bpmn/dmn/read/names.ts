/** Names that a file gives. */
import { text } from '../../compiler/moddle.js';
import type { DmnNode } from 'dmn-moddle';
import type { ItemType } from '../model.js';
import type { ImportedModel } from './imports.js';

/** FEEL reads a name with spaces only if it knows it: all that the file gives. */
export function namesIn(node: DmnNode, names = new Set<string>()): Set<string> {
  const name = text(node, 'name');
  if (name) names.add(name);
  for (const property of CONTAINERS) {
    const content = node.get(property);
    for (const each of Array.isArray(content) ? content : [content])
      if (isNode(each) && each.$parent === node) namesIn(each, names);
  }
  return names;
}

const isNode = (value: unknown): value is DmnNode =>
  typeof value === 'object' && value !== null && '$type' in value && 'get' in value;

/** Where names stand, inside one another. */
const CONTAINERS = [
  'itemDefinition',
  'itemComponent',
  'drgElement',
  'variable',
  'decisionLogic',
  'encapsulatedLogic',
  'formalParameter',
  'body',
  'contextEntry',
  'value',
  'elements',
  'column',
  'output',
  'binding',
  'parameter',
  'bindingFormula',
];

/** Names that imported files give, and the imports' own. */
export const namesBrought = (imports: readonly ImportedModel[]): string[] =>
  imports.flatMap(({ name, model }) => [
    name,
    ...[model.inputs, model.decisions, model.knowledge, model.services ?? {}].flatMap((all) =>
      Object.values(all).map((each) => each.name),
    ),
    ...componentNames(Object.values(model.types)),
  ]);

const componentNames = (types: readonly ItemType[]): string[] =>
  types.flatMap(({ components = {} }) => [
    ...Object.keys(components),
    ...componentNames(Object.values(components)),
  ]);
