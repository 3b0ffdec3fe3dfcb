/**
 * What is not mutated: assertions, and sentences for people. A plain `Error` (not `EventRefused`, not
 * a `Failure`) says that the engine contradicts itself: no event leads there, so no test can. What
 * an incident, a refusal or a warning says in Chinese may be put in other words.
 */
const isNew = (node, ...names) =>
  node?.type === 'NewExpression' && names.includes(node.callee.name);
const throwsPlainError = (node) => node?.type === 'ThrowStatement' && isNew(node.argument, 'Error');

/** A text, or a template with its values, in the language of people. */
const isChinese = (node) =>
  (node.type === 'StringLiteral' && CHINESE.test(node.value)) ||
  (node.type === 'TemplateLiteral' && node.quasis.some(({ value }) => CHINESE.test(value.raw)));
const CHINESE = /\p{Script=Han}/u;

function shouldIgnore({ node, parent, listKey, key }) {
  const asserts =
    node.type === 'IfStatement' && !node.alternate && throwsPlainError(node.consequent);
  if (asserts || throwsPlainError(node)) return 'an assertion';
  if (isChinese(node)) return 'a sentence for people';
  const beside = listKey === 'arguments' && key === 1;
  return beside && isNew(parent, 'Failure', 'EventRefused') ? 'a sentence for people' : undefined;
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'unobservable', value: { shouldIgnore } }];
