/**
 * What of the province's answers a case keeps, by who gave it: the members that who handles the case
 * needs, and what they are called. What stands in no list is not kept.
 */
import { REGISTERS } from '../../bpmn/forms/index.js';

export interface Source {
  /** Data set of the exchange, or the system by its address. */
  code: string;
  name: string;
  /** Member → what people call it. */
  fields: Readonly<Record<string, string>>;
}

/** What registers say beyond what forms are filled in from. */
const FACTS: Readonly<Record<string, Record<string, string>>> = {
  population: { alive: '健在' },
  'business-registration': { type: '类型', state: '登记状态', scope: '经营范围' },
  property: { address: '坐落', area: '面积（平方米）', use: '用途' },
  'social-card': { bank: '开户银行' },
};

const DATASETS: readonly Source[] = [
  ...REGISTERS.map(({ code, name, fields }) => ({
    code,
    name,
    fields: { ...fields, ...FACTS[code] },
  })),
  {
    ...{ code: 'licence-store', name: '电子证照库' },
    fields: { kind: '证照', number: '证照编号', validTo: '有效期至' },
  },
  {
    ...{ code: 'credit', name: '信用信息共享平台' },
    fields: { dishonest: '失信', reason: '原因' },
  },
  {
    ...{ code: 'food-banned', name: '食品行业从业禁止库' },
    fields: { reason: '原因', until: '截止日期' },
  },
  {
    ...{ code: 'low-income', name: '低收入人口库' },
    fields: { kind: '类别', since: '起始日期' },
  },
  { code: 'death', name: '死亡登记库', fields: {} },
  { code: 'pension', name: '养老待遇库', fields: {} },
];

const SYSTEMS: readonly Source[] = [
  {
    ...{ code: 'payments', name: '统一公共支付平台' },
    fields: { orderNo: '缴款单号', code: '缴款码' },
  },
  {
    ...{ code: 'licenses', name: '电子证照系统' },
    fields: {
      ...{ name: '证照', number: '证照编号', identifier: '电子证照标识' },
      ...{ issuedOn: '颁发日期', validTo: '有效期至' },
    },
  },
  {
    ...{ code: 'seals', name: '统一电子印章系统' },
    fields: { sealName: '印章', signedAt: '用印时间' },
  },
  {
    ...{ code: 'department-systems', name: '部门业务系统' },
    fields: { externalNumber: '部门系统的办件编号' },
  },
  { code: 'regulation', name: '“互联网+监管”系统', fields: { receivedAt: '签收时间' } },
];

/** Who answers at an address; a data set nobody listed has its code for a name. undefined = kept nowhere. */
export function sourceAt(path: string): Source | undefined {
  const [, system = '', dataset = ''] = path.split(/[/?]/);
  if (system !== 'exchange') return SYSTEMS.find(({ code }) => code === system);
  return sourceOf(decodeURIComponent(dataset));
}

/** @param code of a {@link Source}, as a case keeps it */
export const sourceOf = (code: string): Source =>
  [...DATASETS, ...SYSTEMS].find((source) => source.code === code) ?? {
    ...{ code, name: code, fields: {} },
  };
