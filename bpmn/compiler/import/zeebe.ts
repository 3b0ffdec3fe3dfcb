/** What becomes of the attributes and extension elements of Camunda 8. */
import { children, is, type BpmnNode } from '../moddle.js';
import { bindable, unboundDecision } from './camunda.js';
import { carried, info, warning, type Treatments } from './note.js';
import * as people from './people.js';

/** What is mapped in goes with the message. */
const sendsMessage = (node: BpmnNode): boolean =>
  children(node, 'eventDefinitions').some((one) => is(one, 'MessageEventDefinition'));

const LISTENER = warning('监听器不能执行；需要的动作请画成服务任务');

export const zeebeAttributes: Treatments = {
  modelerTemplate: carried,
  modelerTemplateVersion: carried,
  modelerTemplateIcon: carried,
};

/** By element, or `element.attribute` where it depends on an attribute of it; the text is the attribute's. */
export const zeebeElements: Treatments = {
  assignmentDefinition: carried,
  formDefinition: carried,
  taskDefinition: carried,
  calledElement: carried,
  calledDecision: carried,
  loopCharacteristics: carried,
  subscription: carried,
  script: carried,
  'assignmentDefinition.assignee': people.assignee,
  'assignmentDefinition.candidateUsers': people.users,
  'assignmentDefinition.candidateGroups': people.groups,
  'formDefinition.formId': people.form,
  'formDefinition.formKey': people.form,
  'formDefinition.externalReference': people.form,
  'formDefinition.bindingType': info('表单取当前版本'),
  userTaskForm: warning('内嵌表单未带入；可把所列 JSON Schema 存为表单，把编号填入 form'),
  taskSchedule: carried,
  'taskSchedule.dueDate': people.dueDate,
  'taskSchedule.followUpDate': warning('没有跟进日期；需要提醒时请加非中断的定时边界事件'),
  priorityDefinition: carried,
  'priorityDefinition.priority': warning(
    '任务没有优先级，按时限排序；请在 limit 填写时限',
    'limit',
  ),
  userTask: carried,
  'taskDefinition.type': (text, node) =>
    is(node, 'Activity') ? bindable('type')(text) : info('抛出的消息由本平台按消息名发出'),
  'taskDefinition.retries': info('失败按本平台的规则重试，仍不成功即列为异常事件'),
  taskHeaders: warning('任务的固定参数未带入；适配器的输入请写在 input（FEEL）', 'input'),
  ioMapping: (_text, node) =>
    is(node, 'Activity') || is(node, 'CatchEvent') || sendsMessage(node)
      ? undefined
      : warning('事件上的变量映射未带入；请在其后加脚本任务赋值'),
  'calledElement.bindingType': info('被调流程的版本在发布时冻结'),
  'calledElement.versionTag': warning('被调流程取发布时的版本；请先发布所要的版本'),
  publishMessage: carried,
  'publishMessage.correlationKey': warning('发出的消息按办件编号对应；请写进消息的 key'),
  'publishMessage.messageId': info('重复的消息由本平台识别'),
  'publishMessage.timeToLive': warning('消息的保留时长由本平台规定；请核对是否足够'),
  'calledDecision.decisionId': unboundDecision,
  'calledDecision.bindingType': info('决策的版本在发布时冻结'),
  'calledDecision.versionTag': warning('决策取发布时的版本；请先发布所要的版本'),
  executionListeners: LISTENER,
  taskListeners: LISTENER,
  versionTag: info('版本号由发布产生'),
  properties: carried,
  linkedResources: warning('外部资源不能使用；请改由适配器读取'),
  adHoc: carried,
  conditionalFilter: info('任何变量变化都会重新判断条件'),
};
