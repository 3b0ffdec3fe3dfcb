import { ApplicationFailure } from '@temporalio/workflow';
import type { CaseRefusal } from './contracts/case.js';

const sentences: Record<CaseRefusal, string> = {
  'task-not-open': '该任务已不在待办状态，可能已被办理或因流程推进而关闭；请刷新后再试。',
  'unknown-outcome': '办理结果不在流程图规定的选项内；请从列出的结果中选择。',
  'incident-not-open': '该异常已处理；请刷新后再试。',
  'message-not-awaited': '办件已不在等待这条消息。',
  'already-decided': '已作出决定的办件不能撤回。',
  'already-ended': '办件已办结，不能再办理。',
  'case-moved-on': '办件已走到别的环节；请重新预演后再迁移。',
  'migration-refused': '办件不能迁移到所选版本。',
  'instance-not-open': '所选环节已不在进行；请刷新后再试。',
  'element-not-reachable': '所选环节不存在，或它所在的子流程没有在进行。',
  'nothing-to-modify': '没有指明要取消、跳过或开始的环节。',
  'illegal-move': '办件目前的状态不允许这样办理。',
  busy: '办件正在整理历史，稍后会自动重试。',
};

/** A refusal that changes nothing; its type is what machines read. */
export function refusal(code: CaseRefusal, sentence = sentences[code]): ApplicationFailure {
  return ApplicationFailure.nonRetryable(sentence, code);
}

/**
 * A refusal of what is not taken at all, with the step at which the case says so: who asks may know of a
 * later one, which was recorded and lost with worker and server before it was history.
 */
export const refusedAt = (
  step: number,
  { message, type }: ApplicationFailure,
): ApplicationFailure => ApplicationFailure.nonRetryable(message, type, step);
