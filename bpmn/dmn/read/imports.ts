/** What a file takes from others, put into its own model under the name of the import. */
import type {
  Decision,
  DecisionModel,
  DecisionService,
  Imported,
  InputData,
  KnowledgeModel,
} from '../model.js';

export interface ImportedModel {
  /** By which expressions call it. */
  name: string;
  namespace: string;
  model: DecisionModel;
}

type Parts = Pick<DecisionModel, 'types' | 'inputs' | 'decisions' | 'knowledge'> & {
  services: NonNullable<DecisionModel['services']>;
};

/** All parts of the imported models, renamed. */
export function partsOf(imports: readonly ImportedModel[]): Parts {
  const parts: Parts = { types: {}, inputs: {}, decisions: {}, knowledge: {}, services: {} };
  for (const { name, model } of imports) {
    const types = new Set(Object.keys(model.types));
    const renamed = new Renaming(name, types);
    for (const [type, each] of Object.entries(model.types)) {
      parts.types[renamed.id(type)] = renamed.types(each);
    }
    for (const each of Object.values(model.inputs)) {
      parts.inputs[renamed.id(each.id)] = renamed.element<InputData>(each);
    }
    for (const each of Object.values(model.decisions)) {
      parts.decisions[renamed.id(each.id)] = renamed.decision(each);
    }
    for (const each of Object.values(model.knowledge)) {
      parts.knowledge[renamed.id(each.id)] = renamed.knowledge(each);
    }
    for (const each of Object.values(model.services ?? {})) {
      parts.services[renamed.id(each.id)] = renamed.service(each);
    }
  }
  return parts;
}

class Renaming {
  constructor(
    private readonly alias: string,
    private readonly names: ReadonlySet<string>,
  ) {}

  id(id: string): string {
    return `${this.alias}.${id}`;
  }

  private ids(ids: readonly string[]): string[] {
    return ids.map((id) => this.id(id));
  }

  element<Element extends { id: string }>(element: Element & Imported): Element & Imported {
    const { within } = element;
    return {
      ...this.types(element),
      id: this.id(element.id),
      within: within === undefined ? this.alias : `${this.alias}.${within}`,
    };
  }

  decision(decision: Decision & Imported): Decision & Imported {
    return {
      ...this.element(decision),
      inputs: this.ids(decision.inputs),
      decisions: this.ids(decision.decisions),
      knowledge: this.ids(decision.knowledge),
    };
  }

  knowledge(model: KnowledgeModel & Imported): KnowledgeModel & Imported {
    return { ...this.element(model), knowledge: this.ids(model.knowledge) };
  }

  service(service: DecisionService & Imported): DecisionService & Imported {
    return {
      ...this.element(service),
      outputs: this.ids(service.outputs),
      inputs: this.ids(service.inputs),
      inputDecisions: this.ids(service.inputDecisions),
    };
  }

  /** The same with the file's own types called as they are called from outside. */
  types<Part>(part: Part): Part {
    if (Array.isArray(part)) return part.map((each: unknown) => this.types(each)) as Part;
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]: [string, unknown]) => {
        const named = (key === 'type' || key === 'base') && typeof value === 'string';
        return [key, named && this.names.has(value) ? this.id(value) : this.types(value)];
      }),
    ) as Part;
  }
}
