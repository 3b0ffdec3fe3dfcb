import { checkExpression, nearest } from '../../feel/index.js';
import type { Element } from '../../model/process.js';
import { expressionsIn } from '../expressions.js';
import { once } from '../once.js';
import { elementsOf, type Rule } from '../rule.js';

/** What a user task's answer holds. */
const ANSWER = ['outcome', 'opinion', 'form'];

/** A function that is not there, or is called wrongly, makes null at run time; so does `a.outcom`. */
export const expressionWrong: Rule = {
  name: 'expression-wrong',
  severity: 'error',
  check(scope, report, model) {
    const elements = elementsOf(model);
    for (const { id, feel } of expressionsIn(scope)) {
      for (const { code, message } of checkExpression(feel)) {
        // whether it can be read is said where the file is read
        if (code === 'unreadable') continue;
        report(id, `表达式“${feel}”${message}。请改正表达式。`);
      }
      for (const { task, entry, at } of answersRead(feel, elements)) {
        const near = nearest(entry, ANSWER);
        const meant = near ? `，是否想写“${near}”` : `，只有 ${ANSWER.join('、')}`;
        report(
          id,
          `表达式“${feel}”第 ${at + 1} 个字符处：任务 ${task} 的办理结果没有“${entry}”${meant}。请改正表达式。`,
        );
      }
    }
  },
};

/** Entries of user tasks' answers that no answer has; a variable of the same name may have others. */
function answersRead(
  feel: string,
  elements: ReadonlyMap<string, Element>,
): { task: string; entry: string; at: number }[] {
  const outsideTexts = feel.replace(/"(?:[^"\\]|\\.)*"/g, (text) => ' '.repeat(text.length));
  return [...outsideTexts.matchAll(/(?<![\w.])([A-Za-z_]\w*)\s*\.\s*([A-Za-z_]\w*)/g)].flatMap(
    (found) => {
      const [whole, task = '', entry = ''] = found;
      const isTask = elements.get(task)?.type === 'userTask';
      if (!isTask || ANSWER.includes(entry) || writtenIn(elements).has(task)) return [];
      return [{ task, entry, at: found.index + whole.length - entry.length }];
    },
  );
}

/** Variables that anything in a process writes, which may be called as a task is. */
const writtenIn = once((elements: ReadonlyMap<string, Element>) => {
  const names = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'target' && typeof inner === 'string') names.add(inner);
      else walk(inner);
    }
  };
  walk([...elements.values()]);
  return names;
});
