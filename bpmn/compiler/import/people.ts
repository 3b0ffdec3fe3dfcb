/** Notes on who does a task, by when and with which form. */
import { ROLES } from '../../model/vocabulary.js';
import { firstGroup, formKey, lengthIn, listed } from '../dialects/people.js';
import { hasJuel } from '../translation/index.js';
import { warning, type Note } from './note.js';

const ASSIGN = '请在任务上填写条线（line）、层级（level）和角色（role）';

export const assignee = (): Note =>
  warning(
    `任务不指派到个人，由符合条件的岗位领取；${ASSIGN}，申请人办理的任务写角色 applicant`,
    'role',
  );

export const users = (): Note => warning(`任务不指派到个人；${ASSIGN}`, 'role');

export function groups(text: string): Note | undefined {
  if (hasJuel(text) || /^=(?!\s*\[)/.test(text))
    return warning(`候选组由表达式算出，不能对应到角色；${ASSIGN}`, 'role');
  const role = firstGroup(text);
  if (role === undefined)
    return warning(`角色编号只用字母、数字和连字符，此名称未带入；${ASSIGN}`, 'role');
  if (listed(text).length > 1)
    return warning(`只带入一个候选组作为角色 ${role}，其余未带入；${ASSIGN}`, 'role');
  return (ROLES as readonly string[]).includes(role)
    ? undefined
    : warning(`已作为角色读入，但它不是本平台的角色（${ROLES.join('、')}）；${ASSIGN}`, 'role');
}

export const form = (text: string): Note | undefined =>
  formKey(text) === undefined
    ? warning('外部表单不能打开；请另做表单（JSON Schema），把编号填入 form', 'form')
    : undefined;

export const startForm = (): Note => warning('申办表单由事项决定；请在事项中设置表单');

export const dueDate = (text: string): Note | undefined =>
  lengthIn(text) === undefined
    ? warning('只有从任务开始起算的时长能作为时限；请在 limit 填写，如 5wd 或 P5D', 'limit')
    : undefined;
