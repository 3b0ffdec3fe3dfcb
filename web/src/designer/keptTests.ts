/** Tests in the drawing's own file: read, kept under a name, dropped; each a change that can be undone. */
import type Modeler from 'bpmn-js/lib/Modeler';
import type { Element, ModdleElement } from 'bpmn-js/lib/model/Types';
import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type Canvas from 'diagram-js/lib/core/Canvas';
import { plainId } from '../../../bpmn/xml/index.js';
import { type KeptTest, type KeptTests, withTest } from '../shared/versions/kept-tests.js';

/** @param id of the process whose tests they are; the first of the file where it has none of it */
export function keptTestsIn(modeler: Modeler, id: string): KeptTests {
  const factory = modeler.get<BpmnFactory>('bpmnFactory');
  const process = () => {
    const roots = modeler.getDefinitions().get('rootElements') as ModdleElement[];
    const processes = roots.filter(({ $type }) => $type === 'bpmn:Process');
    return processes.find((one) => one.id === plainId(id)) ?? processes[0];
  };
  const values = () => {
    const extensions = process()?.get('extensionElements') as ModdleElement | undefined;
    return (extensions?.get('values') ?? []) as ModdleElement[];
  };
  const isTest = ({ $type }: ModdleElement) => $type === 'onestop:Test';
  const read = (test: ModdleElement): KeptTest => ({
    name: String(test.get('name') ?? ''),
    script: String(test.get('script') ?? ''),
  });
  const write = (tests: readonly KeptTest[]) => {
    const of = process();
    if (!of) return;
    const extensionElements = factory.create('bpmn:ExtensionElements', {});
    const kept = values().filter((value) => !isTest(value));
    const made = tests.map((test) => factory.create('onestop:Test', { ...test }));
    for (const value of [...kept, ...made]) value.$parent = extensionElements;
    extensionElements.set('values', [...kept, ...made]);
    extensionElements.$parent = of;
    const root = modeler.get<Canvas>('canvas').getRootElement() as Element;
    modeler.get<Modeling>('modeling').updateModdleProperties(root, of, { extensionElements });
  };
  const all = () => values().filter(isTest).map(read);
  return {
    all,
    keep: (test) => write(withTest(all(), test)),
    drop: (name) => write(all().filter((test) => test.name !== name)),
  };
}
