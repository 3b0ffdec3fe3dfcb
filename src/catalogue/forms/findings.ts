/** Everything that is to be said of a form before it is published. */
import type { EntityManager } from 'typeorm';
import type { Finding } from '../../../bpmn/compiler/index.js';
import { lintForm, strayLook, strayWord } from '../../../bpmn/forms/lint/index.js';
import { badRequest } from '../../platform/errors.js';
import { compileForm } from './compile.js';
import type { FormContent } from './store.js';

/** More than any paper form has; deeper than a table within a section. */
const MOST_TEXT = 300_000;
const MOST_LEVELS = 20;

/**
 * What is wrong with a form, each with its place.
 * @throws DomainError `bad-form` for what cannot even be kept
 */
export function findingsOfForm(_: EntityManager, content: FormContent): Promise<Finding[]> {
  requireBounded(content);
  requireForm(content);
  const findings = lintForm(content.schema);
  if (findings.some(({ severity }) => severity === 'error')) return Promise.resolve(findings);
  return Promise.resolve([...findings, ...uncompilable(content)]);
}

/** @throws DomainError `bad-form` */
function requireForm({ schema, uiSchema }: FormContent): void {
  const stray = strayWord(schema) ?? strayLook(uiSchema);
  if (stray === null) return;
  throw badRequest(
    'bad-form',
    `这不是本平台的表单：${stray === '' ? '应为对象' : `“${stray}”不能用在表单里，或者内容的类型不对`}。请用表单设计页编辑。`,
  );
}

/** @throws DomainError `bad-form` */
function requireBounded(content: FormContent): void {
  if (JSON.stringify(content).length > MOST_TEXT)
    throw badRequest('bad-form', `表单超过 ${MOST_TEXT} 字。请分成几张表单。`);
  if (levelsOf(content) > MOST_LEVELS)
    throw badRequest('bad-form', `表单嵌套超过 ${MOST_LEVELS} 层。请减少分组。`);
}

const levelsOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(levelsOf))
    : 0;

/** What the checker of answers cannot read, whatever else was said. */
function uncompilable(content: FormContent): Finding[] {
  try {
    compileForm(content);
    return [];
  } catch (error) {
    const { message } = error as Error;
    return [
      {
        severity: 'error',
        rule: 'form-unreadable',
        message: `表单不是有效的 JSON Schema：${message}`,
      },
    ];
  }
}
