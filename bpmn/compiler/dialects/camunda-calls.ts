/** Variables in and out of called processes, as Camunda 7 and its kin write them. */
import { variablesOf } from '../../feel/index.js';
import { own, type Attributes, type ForeignReader, type MappingText } from '../attributes.js';
import { hasJuel, JuelError, translateJuel, type Translation } from '../translation/index.js';
import type { BpmnNode } from '../moddle.js';
import { parameters } from './camunda-mappings.js';
import { CAMUNDA } from './namespaces.js';

/**
 * `in` and `out` of a call: single variables, or `variables="all"`. A call that says what goes one
 * way passes nothing else, either way. Parameters of the call itself (`inputOutput`) are variables
 * that its mappings, and a call that passes all, may mean.
 */
export function callMappings(node: BpmnNode, foreign: ForeignReader): Attributes {
  const [passed, returned] = [read(node, foreign, 'in'), read(node, foreign, 'out')];
  const { inputs = [], outputs = [], unsupported } = parameters(node, foreign);
  const silent = ![passed, returned].some(({ all, single }) => all || single.length > 0);
  if (silent && inputs.length === 0 && outputs.length === 0) return { unsupported };
  const passAll = passed.all || silent;
  return {
    inputs: [...(passAll ? inputs : []), ...meaning(inputs, passed.single)],
    outputs: [...returned.single, ...meaning(returned.single, outputs)],
    passAll,
    returnAll: returned.all || silent,
    unsupported,
  };
}

function read(node: BpmnNode, foreign: ForeignReader, name: string) {
  const mappings = foreign.extensions(node, CAMUNDA, name);
  return {
    all: mappings.some((mapping) => own(mapping, 'variables') === 'all'),
    single: mappings.flatMap(callMapping),
  };
}

function callMapping(mapping: BpmnNode): MappingText[] {
  const target = own(mapping, 'target');
  const variable = own(mapping, 'source');
  const source = own(mapping, 'sourceExpression') ?? (variable && `=${variable}`);
  return target && source ? [{ target, source }] : [];
}

/** The same mappings, where they mean variables that other mappings have just made. */
function meaning(made: readonly MappingText[], mappings: readonly MappingText[]): MappingText[] {
  const entries = made.map((one) => `${one.target}: ${feelOf(one)?.feel ?? 'null'}`);
  return mappings.map((mapping) => {
    const read = feelOf(mapping);
    const meant = read && made.some(({ target }) => variablesOf(read.feel).includes(target));
    if (!meant) return mapping;
    const source = `={${[...entries, `value: ${read.feel}`].join(', ')}}.value`;
    return { ...mapping, source, ...(read.certain && { certain: true as const }) };
  });
}

/** Undefined where it cannot be translated, which is reported where the mapping itself is read. */
function feelOf({ source, certain }: MappingText): Translation | undefined {
  if (source.startsWith('=')) return { feel: source.slice(1), certain: certain === true };
  try {
    return hasJuel(source)
      ? translateJuel(source)
      : { feel: JSON.stringify(source), certain: false };
  } catch (error) {
    if (error instanceof JuelError) return undefined;
    throw error;
  }
}
