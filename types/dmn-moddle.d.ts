/** dmn-moddle 12 ships no types; its elements are moddle's, as bpmn-moddle's are. */
declare module 'dmn-moddle' {
  import type { BpmnNode, ParseResult } from 'bpmn-moddle';

  export type DmnNode = BpmnNode;

  export class DmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<ParseResult>;
  }
}
