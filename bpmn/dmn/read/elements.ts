/** The elements of a file's requirements graph, with those that imports bring. */
import { localName, text } from '../../compiler/moddle.js';
import type { DmnNode } from 'dmn-moddle';
import type { partsOf } from './imports.js';

/** Elements of the requirements graph by kind. */
export class Elements {
  constructor(
    private readonly all: DmnNode[],
    private readonly brought: ReturnType<typeof partsOf>,
  ) {}

  of(kind: string): DmnNode[] {
    return this.all.filter(({ $type }) => localName($type) === kind);
  }

  ids(kind: string): Set<string> {
    const own = this.of(kind).map(idOf);
    return new Set([...own, ...Object.keys(this.imported(kind))]);
  }

  private imported(kind: string): Record<string, unknown> {
    const { inputs, decisions, knowledge, services } = this.brought;
    switch (kind) {
      case 'InputData':
        return inputs;
      case 'Decision':
        return decisions;
      case 'BusinessKnowledgeModel':
        return knowledge;
      default:
        return services;
    }
  }
}

/** Ids may be left out; nothing but its name then tells a part from the others. */
export const idOf = (node: DmnNode): string => node.id ?? text(node, 'name') ?? '';
