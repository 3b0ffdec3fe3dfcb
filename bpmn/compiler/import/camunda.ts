/** What becomes of the attributes and extension elements of Camunda 7, Activiti and Flowable. */
import { WORK_UNBOUND } from '../bind.js';
import { isInitiator } from '../dialects/camunda.js';
import { evaluated } from '../dialects/camunda-work.js';
import { adapterFor, foreignWork, type WorkKind } from '../foreign-work.js';
import { is, type BpmnNode } from '../moddle.js';
import { carried, info, warning, type Note, type Treatments } from './note.js';
import * as people from './people.js';

const DURABLE = info('每一步都即时持久保存并可靠重试，不需要此设置');
const TOOL = carried;
const CASE_NUMBER = info('办件编号即业务主键，自动传给被调流程');
const FROZEN = info('被调流程的版本在发布时冻结');
const VERSIONED = warning('被调流程取发布时的版本；请先发布所要的版本');
const START = warning('谁能申办由事项决定；请在事项中设置');
const LISTENER = warning('监听器不能执行；需要的动作请画成服务任务');

/** Work that only the admin's table can give to an adapter. */
export const bindable =
  (kind: WorkKind) =>
  (name: string): Note | undefined =>
    foreignWork(adapterFor({ kind, name })) && {
      rule: WORK_UNBOUND,
      ...warning(
        '请在“外部任务对照”中为它选择适配器，或在任务上直接选择 adapter；未选择前不能发布',
        'adapter',
      ),
    };

export const unboundDecision = (): Note => ({
  rule: WORK_UNBOUND,
  ...warning('DMN 决策还不能由任务调用，执行时直接通过；请改用 FEEL 脚本任务', 'adapter'),
});

const onActivity = (note: (text: string) => Note | undefined) => (text: string, node: BpmnNode) =>
  is(node, 'Activity') ? note(text) : warning('事件上的外部程序不能执行；请改为服务任务');

export const camundaAttributes: Treatments = {
  // tools and transactions
  modelerTemplate: TOOL,
  modelerTemplateVersion: TOOL,
  modelerTemplateIcon: TOOL,
  diagramRelationId: TOOL,
  versionTag: info('版本号由发布产生'),
  async: DURABLE,
  asyncBefore: DURABLE,
  asyncAfter: DURABLE,
  asyncLeave: DURABLE,
  exclusive: DURABLE,
  jobPriority: DURABLE,
  taskPriority: DURABLE,
  parallelInSameTransaction: DURABLE,
  historyTimeToLive: info('办件按档案管理期限保存'),
  // who, when, with which form
  initiator: carried,
  assignee: (text, node, foreign) =>
    isInitiator(text, node, foreign) ? undefined : people.assignee(),
  owner: people.users,
  candidateUsers: people.users,
  candidateGroups: people.groups,
  candidateStarterUsers: START,
  candidateStarterGroups: START,
  isStartableInTasklist: START,
  formKey: (text, node) => (is(node, 'UserTask') ? people.form(text) : people.startForm()),
  formRef: (text, node) => (is(node, 'UserTask') ? people.form(text) : people.startForm()),
  formRefBinding: info('表单取当前版本'),
  formRefVersion: warning('表单取当前版本；需要旧版本时请另存为新表单'),
  formHandlerClass: warning('表单处理程序不能执行；校验请写进表单的 JSON Schema'),
  formFieldValidation: info('表单一律按 JSON Schema 校验'),
  dueDate: people.dueDate,
  followUpDate: warning('没有跟进日期；需要提醒时请加非中断的定时边界事件'),
  businessCalendarName: info('一律使用本平台的工作日历'),
  priority: warning('任务没有优先级，按时限排序；请在 limit 填写时限', 'limit'),
  category: carried,
  // work
  type: (text) => (text === 'external' ? undefined : bindable('type')(text)),
  topic: onActivity(bindable('topic')),
  class: onActivity(bindable('class')),
  delegateExpression: onActivity(bindable('delegateExpression')),
  expression: onActivity((text) =>
    evaluated(text) !== undefined ? undefined : bindable('expression')(text),
  ),
  resultVariable: carried,
  resultVariableName: carried,
  useLocalScopeForResultVariable: warning('结果写入外层变量；请核对是否重名'),
  storeResultVariableAsTransient: info('变量都会保存'),
  autoStoreVariables: warning('脚本只写结果变量；请在 resultVariable 写明'),
  skipExpression: warning('跳过条件未带入；请在任务前加排他网关绕过'),
  triggerable: warning('不等待外部触发；请在任务后加接收任务'),
  mapDecisionResult: carried,
  decisionRef: unboundDecision,
  decisionRefBinding: info('决策的版本在发布时冻结'),
  decisionRefVersion: warning('决策取发布时的版本；请先发布所要的版本'),
  decisionRefVersionTag: warning('决策取发布时的版本；请先发布所要的版本'),
  decisionRefTenantId: info('没有租户之分'),
  rules: warning('规则文件不能执行；请改用 DMN 决策表'),
  ruleVariablesInput: warning('规则文件不能执行；请改用 DMN 决策表'),
  exclude: warning('规则文件不能执行；请改用 DMN 决策表'),
  resource: carried,
  // calls
  calledElementBinding: (text) => (/^(latest|deployment)$/.test(text) ? FROZEN : VERSIONED),
  calledElementVersion: VERSIONED,
  calledElementVersionTag: VERSIONED,
  calledElementTenantId: info('没有租户之分'),
  calledElementType: carried,
  fallbackToDefaultTenant: info('没有租户之分'),
  sameDeployment: FROZEN,
  inheritVariables: carried,
  businessKey: CASE_NUMBER,
  inheritBusinessKey: CASE_NUMBER,
  processInstanceName: info('办件名称由事项决定'),
  processInstanceIdVariableName: warning('没有子流程实例编号；请删除对该变量的使用'),
  completeAsync: DURABLE,
  useLocalScopeForOutParameters: warning('传出的变量写入外层；请核对是否重名'),
  variableMappingClass: carried,
  variableMappingDelegateExpression: carried,
  caseRef: carried,
  caseBinding: carried,
  caseVersion: carried,
  // loops and events
  collection: carried,
  elementVariable: carried,
  elementIndexVariable: warning('序号变量固定为 loopCounter；请改用它'),
  errorCodeVariable: carried,
  errorMessageVariable: carried,
  errorVariableName: carried,
  errorVariableLocalScope: warning('错误变量写入外层；请核对是否重名'),
  errorVariableTransient: info('变量都会保存'),
  errorMessage: warning('错误说明未带入；请在抛出处的变量中写明'),
  escalationCodeVariable: carried,
  variableName: info('任何变量变化都会重新判断条件'),
  variableEvents: info('任何变量变化都会重新判断条件'),
  messageExpression: warning('消息名取自 message；请把表达式写进消息的名称'),
  signalExpression: warning('信号名取自 signal；请把表达式写进信号的名称'),
};

export const camundaElements: Treatments = {
  inputOutput: (_text, node) =>
    is(node, 'Activity') ? undefined : warning('事件上的变量映射未带入；请在其后加脚本任务赋值'),
  in: (_text, node) =>
    is(node, 'CallActivity') ? undefined : warning('只有调用活动能传入变量；请改用脚本任务'),
  out: (_text, node) =>
    is(node, 'CallActivity') ? undefined : warning('只有调用活动能传出变量；请改用脚本任务'),
  connector: (_text, node) => onActivity(() => undefined)('', node),
  field: warning('注入的字段未带入；适配器的输入请写在 input（FEEL）', 'input'),
  formData: warning('内嵌表单未带入；可把所列 JSON Schema 存为表单，把编号填入 form', 'form'),
  formProperty: warning('内嵌表单未带入；可把所列 JSON Schema 存为表单，把编号填入 form', 'form'),
  executionListener: LISTENER,
  taskListener: LISTENER,
  eventListener: LISTENER,
  properties: carried,
  property: carried,
  localization: carried,
  failedJobRetryTimeCycle: info('失败按本平台的规则重试，仍不成功即列为异常事件'),
  potentialStarter: START,
  customResource: people.users(),
  constraint: info('表单一律按 JSON Schema 校验'),
  errorEventDefinition: warning('按条件抛错未带入；适配器失败时请由其返回错误代码'),
  variableAggregation: carried,
  mapException: warning('异常不按类名转换；请由适配器返回错误代码'),
  httpRequestHandler: LISTENER,
  httpResponseHandler: LISTENER,
  eventType: warning('事件注册表不能使用；请改用消息事件'),
  eventInParameter: warning('事件注册表不能使用；请改用消息事件'),
  eventOutParameter: warning('事件注册表不能使用；请改用消息事件'),
  resource: carried,
  script: carried,
};
