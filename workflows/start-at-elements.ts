/** A case that an older system began: the diagram stands at given elements, not at its beginning. Pure. */
import {
  tokenPositions,
  type Clock,
  type Command,
  type State,
  type Variables,
} from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import { stepOrRefuse } from './step-or-refuse.js';

/** Commands that close what the beginning would have opened. */
const ENDINGS: ReadonlySet<Command['type']> = new Set([
  'closeTask',
  'cancelActivity',
  'cancelTimer',
  'cancelChild',
  'unsubscribe',
]);

/**
 * What the beginning would have done was done elsewhere: only the elements' own commands remain.
 * @throws ApplicationFailure `element-not-reachable` when one is not in the diagram
 */
export function startAtElements(
  model: ProcessModel,
  first: State,
  { variables, elements, at }: { variables: Variables; elements: string[]; at: number },
  clock: Clock,
): { state: State; commands: Command[] } {
  const begun = stepOrRefuse(model, first, { type: 'start', variables, at }, clock);
  const cancel = tokenPositions(model, begun.state).tokens.map(({ key }) => key);
  const event = { type: 'modify' as const, cancel, start: elements, at };
  const { state, commands } = stepOrRefuse(model, begun.state, event, clock);
  return { state, commands: commands.filter(({ type }) => !ENDINGS.has(type)) };
}
