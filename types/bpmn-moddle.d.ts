/** bpmn-moddle 10 ships types of its elements only, not of its entry point. */
declare module 'bpmn-moddle' {
  /** An element of the parsed document; attributes are read by name. */
  export interface BpmnNode {
    readonly $type: string;
    /** Attributes outside the known packages, under the prefix that the file uses. */
    readonly $attrs: Readonly<Record<string, string>>;
    readonly $parent?: BpmnNode;
    readonly $model: BpmnModdle;
    /** Content of elements outside the known packages. */
    readonly $children?: readonly BpmnNode[];
    readonly $body?: string;
    readonly id?: string;
    readonly name?: string;
    get(name: string): unknown;
    set(name: string, value: unknown): void;
    $instanceOf?(type: string): boolean;
    readonly [attribute: string]: unknown;
  }

  export interface ParseWarning {
    message: string;
    element?: BpmnNode;
    property?: string;
    value?: string;
  }

  export interface Reference {
    element: BpmnNode;
    property: string;
    id: string;
  }

  export interface ParseResult {
    rootElement: BpmnNode;
    elementsById: Record<string, BpmnNode>;
    references: Reference[];
    warnings: ParseWarning[];
  }

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    create(type: string, attributes: Record<string, unknown>): BpmnNode;
    fromXML(xml: string): Promise<ParseResult>;
    toXML(element: BpmnNode, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}
