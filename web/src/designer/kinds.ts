/** What kinds of elements are called in the head of the property panel, which spells them in English. */
const KINDS: Readonly<Record<string, string>> = {
  Task: '任务',
  'User Task': '用户任务',
  'Service Task': '服务任务',
  'Send Task': '发送任务',
  'Receive Task': '接收任务',
  'Manual Task': '手工任务',
  'Script Task': '脚本任务',
  'Business Rule Task': '业务规则任务',
  'Call Activity': '调用活动',
  'Expanded Sub Process': '子流程（展开）',
  'Collapsed Sub Process': '子流程（收起）',
  'Event Sub Process': '事件子流程',
  'Expanded Ad Hoc Sub Process': '特别子流程（展开）',
  'Collapsed Ad Hoc Sub Process': '特别子流程（收起）',
  Transaction: '事务',
  'Exclusive Gateway': '排他网关',
  'Parallel Gateway': '并行网关',
  'Inclusive Gateway': '包容网关',
  'Complex Gateway': '复杂网关',
  'Event Based Gateway': '事件网关',
  'Sequence Flow': '顺序流',
  'Conditional Flow': '条件流',
  'Default Flow': '默认流',
  'Message Flow': '消息流',
  Association: '关联',
  'Data Input Association': '数据输入关联',
  'Data Output Association': '数据输出关联',
  'Data Object Reference': '数据对象',
  'Data Store Reference': '数据存储',
  'Text Annotation': '注释',
  Group: '分组',
  Collaboration: '协作',
};

const PLACES: Readonly<Record<string, string>> = {
  'Start Event': '开始事件',
  'End Event': '结束事件',
  'Intermediate Catch Event': '中间捕获事件',
  'Intermediate Throw Event': '中间抛出事件',
  'Boundary Event': '边界事件',
};

const TRIGGERS: Readonly<Record<string, string>> = {
  Message: '消息',
  Timer: '定时',
  Error: '错误',
  Signal: '信号',
  Escalation: '升级',
  Conditional: '条件',
  Link: '链接',
  Compensate: '补偿',
  Cancel: '取消',
  Terminate: '终止',
};

/** @returns the Chinese name; undefined for what is no kind of element */
export function kindName(english: string): string | undefined {
  const [, kind = '', aside] = /^(.*?)( \(Non Interrupting\))?$/.exec(english) ?? [];
  const place = Object.keys(PLACES).find((one) => kind.endsWith(one));
  if (place === undefined) return KINDS[kind];
  const trigger = kind.slice(0, -place.length).trim();
  if (trigger !== '' && TRIGGERS[trigger] === undefined) return undefined;
  return `${TRIGGERS[trigger] ?? ''}${PLACES[place] ?? ''}${aside ? '（非中断）' : ''}`;
}
