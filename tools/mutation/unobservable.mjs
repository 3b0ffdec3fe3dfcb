/**
 * What is not mutated: assertions, and sentences for people. A plain `Error` (not `EventRefused`, not
 * a `Failure`) says that the engine contradicts itself: no event leads there, so no test can. What
 * an incident or a refusal says beside its code may be put in other words.
 */
const isNew = (node, ...names) =>
  node?.type === 'NewExpression' && names.includes(node.callee.name);
const throwsPlainError = (node) => node?.type === 'ThrowStatement' && isNew(node.argument, 'Error');

function shouldIgnore({ node, parent, listKey, key }) {
  const asserts =
    node.type === 'IfStatement' && !node.alternate && throwsPlainError(node.consequent);
  if (asserts || throwsPlainError(node)) return 'an assertion';
  const beside = listKey === 'arguments' && key === 1;
  return beside && isNew(parent, 'Failure', 'EventRefused') ? 'a sentence for people' : undefined;
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'unobservable', value: { shouldIgnore } }];
