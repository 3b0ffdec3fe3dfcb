/** Tests in the file that is drawn: read, kept under a name, dropped. */
import type Modeler from 'dmn-js/lib/Modeler';
import type { DmnElement } from 'dmn-js/lib/Modeler';
import { type KeptTest, type KeptTests, withTest } from '../shared/versions/kept-tests.js';

const TYPE = /:test$/;
const NAMESPACE = 'urn:onestop:bpmn:1';

/** @param onChange after each change of theirs, which no editor inside tells of */
export function keptTestsIn(modeler: Modeler, onChange: () => void): KeptTests {
  const values = () => {
    const extensions = modeler.getDefinitions().get('extensionElements') as DmnElement | undefined;
    return (extensions?.get('values') ?? []) as DmnElement[];
  };
  const all = (): KeptTest[] =>
    values()
      .filter(({ $type }) => TYPE.test($type))
      .map((test) => ({
        name: String((test as unknown as { name?: string }).name ?? ''),
        script: test.$body ?? '',
      }));
  const write = (tests: readonly KeptTest[]) => {
    const definitions = modeler.getDefinitions();
    const { $model } = definitions;
    const made = tests.map(({ name, script }) =>
      $model.createAny('onestop:test', NAMESPACE, { name, $body: script }),
    );
    const kept = [...values().filter(({ $type }) => !TYPE.test($type)), ...made];
    const extensions = $model.create('dmn:ExtensionElements', { values: kept });
    for (const value of kept) value.$parent = extensions;
    extensions.$parent = definitions;
    definitions.set('extensionElements', extensions);
    onChange();
  };
  return {
    all,
    keep: (test) => write(withTest(all(), test)),
    drop: (name) => write(all().filter((test) => test.name !== name)),
  };
}
