/** Which processes of a file run. */
import type { Compiling } from './context.js';
import { children, is, type BpmnNode } from './moddle.js';

/**
 * The process asked for; else the executable ones (a file that does not say is executable), the
 * only one first; else all that hold anything. With them those of the file that they call.
 */
export function selectProcesses(
  definitions: BpmnNode,
  wanted: string | undefined,
  compiling: Compiling,
): BpmnNode[] {
  const all = children(definitions, 'rootElements').filter(
    (root) => is(root, 'Process') && children(root, 'flowElements').length > 0,
  );
  const roots = chosen(all, wanted);
  if (roots.length === 0)
    compiling.findings.error(
      'process-missing',
      wanted,
      wanted === undefined
        ? '文件中没有可执行的流程，请至少画一个开始到结束的流程。'
        : `文件中没有编号为“${wanted}”的流程，请核对流程编号。`,
    );
  const byId = new Map([...all].reverse().map((process) => [process.id, process]));
  const selected = new Set(roots);
  // The set grows while it is walked: called processes may call others.
  for (const process of selected)
    for (const id of calledBy(process, compiling)) {
      const called = byId.get(id);
      if (called) selected.add(called);
    }
  const running = new Set(chosen(all, undefined));
  // And again: other pools of the collaboration run with it.
  for (const process of selected)
    for (const pool of compiling.flows.partners(process)) if (running.has(pool)) selected.add(pool);
  return [...selected];
}

function chosen(all: readonly BpmnNode[], wanted: string | undefined): BpmnNode[] {
  if (wanted !== undefined) return all.filter(({ id }) => id === wanted);
  const executable = all.filter((process) => process.get('isExecutable') !== false);
  return executable.length > 0 ? executable : [...all];
}

function calledBy(container: BpmnNode, compiling: Compiling): string[] {
  return children(container, 'flowElements').flatMap((node) => {
    if (is(node, 'SubProcess')) return calledBy(node, compiling);
    const called = is(node, 'CallActivity') && compiling.attributes(node).calledElement;
    return called ? [called] : [];
  });
}
