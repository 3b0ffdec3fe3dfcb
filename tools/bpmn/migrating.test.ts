/** Moving a case to the very version it is on changes nothing, wherever in any script it stands. */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  effectsOf,
  scriptClock,
  waitingIn,
  type ScriptedCase,
  type ScriptHost,
} from '../../bpmn/conformance/index.js';
import {
  initialState,
  migrate,
  position,
  step,
  type Event,
  type State,
} from '../../bpmn/engine/index.js';
import type { ProcessModel } from '../../bpmn/model/process.js';
import { runCase } from './case.js';

const FOLDER = fileURLToPath(new URL('../../test/conformance/', import.meta.url));
const names = (await readdir(FOLDER))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''))
  .sort();

/** Played on the pure engine; after every step the case is moved to a copy of its own version. */
class MovedCase implements ScriptedCase {
  private state: State;
  /** The same version, made anew: nothing that is known of a model by its identity is known of it. */
  private readonly copy: ProcessModel;

  constructor(readonly model: ProcessModel) {
    this.state = initialState(model);
    this.copy = structuredClone(model);
  }

  get position() {
    return position(this.model, this.state);
  }

  waiting() {
    return waitingIn(this.model, this.state);
  }

  apply(event: Event) {
    const { state, commands } = step(this.model, this.state, event, scriptClock);
    const result = migrate(this.model, this.copy, state, {}, event.at, scriptClock);
    if (!state.ended) expect(result).toEqual({ ok: true, state, commands: [] });
    this.state = state;
    return Promise.resolve(effectsOf(commands));
  }
}

const host: ScriptHost = {
  advances: true,
  adaptersSetVariables: true,
  open: (model) => new MovedCase(model),
};

it.each(names)('migration to the same version changes nothing at any rest of %s', async (name) => {
  const { result } = await runCase(`${FOLDER}${name}.bpmn`, `${FOLDER}${name}.json`, host);
  expect(result).toEqual({ case: name, ok: true });
});
