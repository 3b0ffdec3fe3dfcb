/** The columns of the exported registers of cards and of orders. */
import type { CardRow, CardState } from './cards/cards.js';
import { COLOUR_NAMES } from './colours.js';
import { minute } from './figures/export-columns.js';
import type { Column } from './figures/spreadsheet.js';
import type { OrderRow, OrderState } from './orders/order-rows.js';

const CARD_STATES: Record<CardState, string> = {
  proposed: '待确认',
  issued: '待答复',
  answered: '已答复',
  returned: '退回补充',
  accepted: '已认可',
  revoked: '已撤销',
  dismissed: '不予亮牌',
};

export const CARD_COLUMNS: Column<CardRow>[] = [
  { title: '事由', value: ({ reason }) => reason },
  { title: '牌', value: ({ colour }) => COLOUR_NAMES[colour] },
  { title: '单位', value: ({ departmentName }) => departmentName },
  { title: '办件编号', value: ({ caseNumber }) => caseNumber },
  { title: '事项', value: ({ itemName }) => itemName },
  { title: '环节', value: ({ step }) => step },
  { title: '状态', value: ({ state }) => CARD_STATES[state] },
  { title: '规则', value: ({ ruleName }) => ruleName },
  { title: '时间', value: ({ createdAt }) => minute(createdAt) },
  { title: '亮牌时间', value: ({ issuedAt }) => minute(issuedAt) },
  { title: '答复期限', value: ({ answerDue }) => minute(answerDue) },
  { title: '已报上级', value: ({ escalatedTo }) => escalatedTo },
  { title: '了结时间', value: ({ closedAt }) => minute(closedAt) },
];

const ORDER_STATES: Record<OrderState, string> = {
  issued: '待答复',
  replied: '已答复',
  returned: '退回补充',
  accepted: '已办结',
  withdrawn: '已撤回',
};

export const ORDER_COLUMNS: Column<OrderRow>[] = [
  { title: '标题', value: ({ title }) => title },
  { title: '督办编号', value: ({ number }) => number },
  { title: '单位', value: ({ departmentName }) => departmentName },
  { title: '要求', value: ({ text }) => text },
  { title: '状态', value: ({ state }) => ORDER_STATES[state] },
  { title: '逾期', value: ({ late }) => (late ? '是' : null) },
  { title: '办理期限', value: ({ deadline }) => minute(deadline) },
  { title: '办件编号', value: ({ caseNumber }) => caseNumber },
  { title: '发出人', value: ({ issuedBy }) => issuedBy },
  { title: '发出时间', value: ({ issuedAt }) => minute(issuedAt) },
  { title: '已报上级', value: ({ escalatedTo }) => escalatedTo },
  { title: '了结时间', value: ({ closedAt }) => minute(closedAt) },
];
