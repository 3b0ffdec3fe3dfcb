/**
 * What a dialect says about an element beyond the standard, in one vocabulary.
 * Everything is still text as it stands in the file; the element's own compiler reads it.
 */
import type { BpmnNode } from './moddle.js';

/** A value from `source` written to the variable `target`. */
export interface MappingText {
  target: string;
  source: string;
  /** Language that the file says the source is in. */
  language?: string;
  /** Translated already, from a language in which it always has a value. */
  certain?: true;
}

/** What stands in the diagram but cannot be carried out, and what to do about it. */
export interface Refusal {
  /** Name of the attribute or extension element. */
  attribute: string;
  text?: string;
  /** Chinese, a whole clause: what to do. */
  advice: string;
}

export interface Attributes {
  line?: string;
  level?: string;
  role?: string;
  form?: string;
  outcomes?: string;
  limit?: string;
  act?: string;
  /** One of ours, or work of a foreign engine as `kind:name` (see `foreign-work.ts`). */
  adapter?: string;
  /** FEEL yielding the adapter's input, or the called process's variables as a context. */
  input?: string;
  separate?: boolean;
  item?: string;
  calledElement?: string;
  /** Whether a call passes, and returns, all variables; undefined = only without mappings. */
  passAll?: boolean;
  returnAll?: boolean;
  script?: string;
  resultVariable?: string;
  /** Id of the decision that a business rule task takes. */
  decision?: string;
  /** How its result becomes a value: singleEntry, singleResult, collectEntries or resultList. */
  decisionResult?: string;
  /** Of multi-instance characteristics: an expression, or the name of a variable. */
  collection?: string;
  elementVariable?: string;
  outputCollection?: string;
  outputElement?: string;
  /** What `loopCounter` starts with, where it is not 0. */
  firstCounter?: number;
  /** Of an ad-hoc sub-process: the ids of the activities to begin with. */
  active?: string;
  /** Correlation key of a message. */
  key?: string;
  codeVariable?: string;
  messageVariable?: string;
  inputs?: MappingText[];
  outputs?: MappingText[];
  /** What a task answers stays with it: only its outputs leave. */
  localResults?: boolean;
  /** Each is an error: leaving it out would change what runs. */
  unsupported?: Refusal[];
}

/** Reads one vendor's (or the standard's, or our own) words on an element. */
export interface Dialect {
  name: string;
  read(node: BpmnNode, foreign: ForeignReader): Attributes;
}

/** Reads attributes and extension elements of namespaces that moddle has no package for. */
export class ForeignReader {
  constructor(private readonly prefixes: ReadonlyMap<string, readonly string[]>) {}

  attribute(node: BpmnNode, namespaces: readonly string[], name: string): string | undefined {
    for (const prefix of this.of(namespaces)) {
      const value = node.$attrs[`${prefix}:${name}`];
      if (typeof value === 'string' && value.trim() !== '') return value.trim();
    }
    return undefined;
  }

  /** Extension elements of this name on a BPMN element. */
  extensions(node: BpmnNode, namespaces: readonly string[], name: string): BpmnNode[] {
    const holder = node.get('extensionElements') as BpmnNode | undefined;
    const values = (holder?.get('values') ?? []) as BpmnNode[];
    return this.named(values, namespaces, name);
  }

  /** Children of this name of an extension element. */
  inside(extension: BpmnNode, namespaces: readonly string[], name: string): BpmnNode[] {
    return this.named(extension.$children ?? [], namespaces, name);
  }

  /** All attributes of these namespaces on an element: name without prefix, and text. */
  attributesOf(node: BpmnNode, namespaces: readonly string[]): [name: string, text: string][] {
    const prefixes = this.of(namespaces);
    return Object.entries(node.$attrs ?? {}).flatMap(([name, value]): [string, string][] => {
      const [prefix = '', ...rest] = name.split(':');
      return prefixes.includes(prefix) && rest.length > 0 && typeof value === 'string'
        ? [[rest.join(':'), value.trim()]]
        : [];
    });
  }

  /** All extension elements of these namespaces on an element. */
  extensionsOf(node: BpmnNode, namespaces: readonly string[]): BpmnNode[] {
    const holder = node.get('extensionElements') as BpmnNode | undefined;
    const prefixes = this.of(namespaces);
    return ((holder?.get('values') ?? []) as BpmnNode[]).filter(({ $type }) =>
      prefixes.includes($type.split(':')[0] ?? ''),
    );
  }

  private named(nodes: readonly BpmnNode[], namespaces: readonly string[], name: string) {
    const types = this.of(namespaces).map((prefix) => `${prefix}:${name}`);
    return nodes.filter(({ $type }) => types.includes($type));
  }

  private of(namespaces: readonly string[]): string[] {
    return namespaces.flatMap((uri) => [...(this.prefixes.get(uri) ?? [])]);
  }
}

/** An attribute of an extension element, which stands on it directly. */
export function own(extension: BpmnNode, name: string): string | undefined {
  const value = extension[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
