/** The standard loop marker: how long an activity is done again. */
import type { StandardLoop } from '../model/process.js';
import type { Compiling } from './context.js';
import { child, flag, type BpmnNode } from './moddle.js';

/** @returns undefined when the activity is not marked as a loop */
export function readStandardLoop(
  node: BpmnNode,
  element: string,
  compiling: Compiling,
): StandardLoop | undefined {
  const loop = child(node, 'loopCharacteristics');
  if (loop?.$type !== 'bpmn:StandardLoopCharacteristics') return undefined;
  const condition = compiling.expressions.node(child(loop, 'loopCondition'), element);
  const maximum = Number(loop.get('loopMaximum') ?? Number.NaN);
  const bounded = Number.isInteger(maximum) && maximum >= 0;
  if (!condition && !bounded)
    compiling.findings.error(
      'loop-endless',
      element,
      '循环既没有条件（loopCondition）也没有次数上限（loopMaximum），永远不会结束，请补上一项。',
    );
  return {
    testBefore: flag(loop, 'testBefore'),
    ...(condition && { condition }),
    ...(bounded && { maximum: { feel: String(maximum) } }),
  };
}
