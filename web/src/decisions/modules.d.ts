/** dmn-js brings no types; only what is used here is described. */
declare module 'dmn-js/lib/Modeler' {
  /** A drawing, table or expression of the file. */
  interface View {
    id?: string;
    name?: string;
    type: 'drd' | 'decisionTable' | 'literalExpression' | 'boxedExpression';
    element: { id?: string; name?: string };
  }

  interface EventBus {
    on(event: string, listener: (event: Record<string, unknown>) => void): void;
  }

  /** An element of dmn-moddle. */
  export interface DmnElement {
    $type: string;
    $body?: string;
    $parent?: DmnElement;
    $model: {
      create(type: string, properties: object): DmnElement;
      createAny(type: string, namespace: string, properties: object): DmnElement;
    };
    get(name: string): unknown;
    set(name: string, value: unknown): void;
  }

  export default class Modeler {
    constructor(options: Record<string, unknown>);
    importXML(xml: string): Promise<{ warnings: unknown[] }>;
    saveXML(options: { format: boolean }): Promise<{ xml: string }>;
    getDefinitions(): DmnElement;
    getViews(): View[];
    getActiveView(): View | undefined;
    getActiveViewer(): { get<T>(service: string): T } | undefined;
    open(view: View): Promise<unknown>;
    on(event: string, listener: (event: { viewer: unknown }) => void): void;
    destroy(): void;
  }
}
