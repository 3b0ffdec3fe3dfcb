/** The editor's own words in Chinese: the community's translation, and what it lacks. */
import zn from 'bpmn-js-i18n/translations/zn';
import { i18n } from '../shared/i18n.js';
import { kindName } from './kinds.js';

const additions: Record<string, string> = {
  General: '基本信息',
  Name: '名称',
  ID: '编号',
  Documentation: '说明文档',
  'Element documentation': '元素说明',
  'Process documentation': '流程说明',
  Executable: '可执行',
  'Process ID': '流程编号',
  'Process name': '流程名称',
  'Participant ID': '参与者编号',
  'Participant name': '参与者名称',
  Participant: '参与者',
  'Multi-instance': '多实例',
  'Loop cardinality': '循环次数',
  'Completion condition': '完成条件',
  Timer: '定时器',
  Type: '类型',
  Value: '值',
  Message: '消息',
  Error: '错误',
  Signal: '信号',
  'Global message reference': '消息引用',
  'Global error reference': '错误引用',
  Code: '代码',
  'Search in diagram': '在图中查找',
  'Toggle section': '展开或收起',
  'Section contains data': '本节有内容',
  'Section contains edits': '本节有修改',
  'Section contains an error': '本节有错误',
  '<empty>': '（空）',
  Create: '添加',
  'Create new list item': '添加一项',
  'Delete item': '删除这一项',
  'Toggle list item': '展开或收起这一项',
  'FEEL expression is mandatory': '须填写 FEEL 表达式',
  'Unparsable FEEL expression.': 'FEEL 表达式无法读取。',
  'Open documentation': '打开说明',
  'Open pop-up editor': '在大窗口中编辑',
  'Opened in editor': '正在大窗口中编辑',
  'Select an element to edit its properties.': '点选一个元素，编辑它的属性。',
  'Multiple elements are selected. Select a single element to edit its properties.':
    '选中了多个元素；只选一个才能编辑属性。',
  'Create element': '创建元素',
  'Append element': '追加元素',
  'Change element': '更改元素',
  'Add text annotation': '添加注释',
  Lane: '泳道',
  Process: '流程',
};

/** Signature of diagram-js's `translate`. */
function translate(template: string, replacements: Record<string, string> = {}): string {
  const text =
    i18n.language === 'en'
      ? template
      : (additions[template] ?? kindName(template) ?? zn[template] ?? template);
  return text.replace(/{([^}]+)}/g, (whole, key: string) => replacements[key] ?? whole);
}

export const translateModule = { translate: ['value', translate] };
