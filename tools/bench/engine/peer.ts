/** The same on the npm package `bpmn-engine`: everything in memory, nothing stored. */
import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';

interface Waiting {
  signal(): void;
}

/** Reads a file; the engine has no definition to run twice, so a fresh one is made for each case. */
export async function peerCase(xml: string): Promise<() => Promise<void>> {
  const engine = Engine({ name: 'bench', source: xml, services: { later: setImmediate } });
  await engine.getDefinitions();
  return async () => {
    const listener = new EventEmitter();
    // a task is completed as soon as it is open, though not inside its own opening
    listener.on('activity.wait', (task: Waiting) => setImmediate(() => task.signal()));
    const ended = engine.waitFor('end');
    await engine.execute({ listener });
    await ended;
  };
}
