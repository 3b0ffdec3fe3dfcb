/** An e-licence as a paper: what the province issued, line by line, under the body's seal. */
import { chineseDate } from './chinese-date.js';
import type { Content } from './template.js';

/** What is printed, in this order; heading and seal already say the rest. */
const LINES: Readonly<Record<string, string>> = {
  holder: '持有人',
  businessName: '主体名称',
  operatorName: '经营者',
  creditCode: '统一社会信用代码',
  address: '地址',
  area: '面积（平方米）',
  categories: '项目',
  issuedOn: '颁发日期',
  validTo: '有效期至',
  identifier: '电子证照标识',
};

const DAYS: ReadonlySet<string> = new Set(['issuedOn', 'validTo']);

/** @param text the licence's content in one text, as `activities/seal.ts` writes it */
export function licencePaper(text: string): { content: Content; number: string; dated: string } {
  const { data, ...own } = JSON.parse(text) as Record<string, unknown>;
  const more = typeof data === 'string' ? (JSON.parse(data) as Record<string, unknown>) : {};
  const all: Record<string, unknown> = { ...more, ...own, validTo: own.validTo ?? '长期有效' };
  const paragraphs = Object.entries(LINES).flatMap(([name, label]) => {
    const value = textOf(name, all[name]);
    return value === '' ? [] : [{ kind: 'flush' as const, text: `${label}：${value}` }];
  });
  return {
    content: { title: String(own.name), paragraphs },
    number: String(own.number),
    dated: String(own.issuedOn),
  };
}

function textOf(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('、');
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const isDay = DAYS.has(name) && /^\d{4}-\d{2}-\d{2}$/.test(text);
  return isDay ? chineseDate(new Date(`${text}T00:00:00+08:00`)) : text;
}
