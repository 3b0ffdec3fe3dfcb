/** Tests that stand in the file of what they test, so that each version has its own and takes them along. */
import { children, is, text, type BpmnNode } from './moddle.js';

export interface KeptTest {
  /** Id of the process it tests. */
  process: string;
  name: string;
  /** A script of the conformance format, as JSON. */
  script: string;
}

/** In the order of the file. */
export const keptTests = (definitions: BpmnNode): KeptTest[] =>
  children(definitions, 'rootElements')
    .filter((root) => is(root, 'Process'))
    .flatMap((process) => {
      const extensions = process.get('extensionElements') as BpmnNode | undefined;
      return (extensions ? children(extensions, 'values') : [])
        .filter(({ $type }) => $type === 'onestop:Test')
        .map((test) => ({
          process: process.id ?? '',
          name: text(test, 'name') ?? '',
          script: text(test, 'script') ?? '',
        }));
    });
