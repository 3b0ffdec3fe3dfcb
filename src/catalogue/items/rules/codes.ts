/**
 * 事项编码 (GB/T 39554.1): 基本编码 of 12 characters, region 2 · type 2 · department 2 · main item 3 · sub
 * item 3; 实施编码 of 31, 统一社会信用代码 18 · level 1 · 基本编码; 业务办理项编码 of 33.
 */
import { isCreditCode } from '../../../platform/identifiers.js';
import { rule, where, type ItemRule } from './rule.js';

const IMPLEMENTATION = /^([0-9A-Z]{18})([1-7])([0-9A-Z]{12})(\d{2})?$/;

/** Why a text is no 实施编码 or 业务办理项编码 of an item; null = it is one. */
export function implementationFault(text: string, code: string): { zh: string; en: string } | null {
  const [, creditCode, , basic] = IMPLEMENTATION.exec(text) ?? [];
  if (!creditCode || !basic)
    return {
      zh: '实施编码是 31 位（业务办理项 33 位）：统一社会信用代码、层级、基本编码。',
      en: 'An implementation code has 31 or 33 characters.',
    };
  if (!isCreditCode(creditCode))
    return {
      zh: `实施编码中的统一社会信用代码 ${creditCode} 校验不过。`,
      en: `The credit code ${creditCode} does not check.`,
    };
  return basic === code
    ? null
    : { zh: `实施编码中的基本编码应为 ${code}。`, en: `It ends in the basic code ${code}.` };
}

export const CODE_RULES: readonly ItemRule[] = [
  rule('code-of-other-region', ({ code, internal }) =>
    where(
      !internal && !/^(00|21)/.test(code),
      '/code',
      '基本编码的前两位是行政区划：00 国家，21 辽宁省。',
      'A basic code begins with 00 or 21.',
    ),
  ),
  rule('code-of-other-type', ({ code, type, internal }) =>
    where(
      !internal && code.slice(2, 4) !== type,
      '/code',
      `基本编码的第 3、4 位是事项类型，应为 ${type}。`,
      `The third and fourth characters of the basic code are the type ${type}.`,
    ),
  ),
  rule('national-code-form', ({ nationalCode }) =>
    where(
      nationalCode !== undefined && !/^[0-9A-Z]{12}$/.test(nationalCode),
      '/nationalCode',
      '国家目录的基本编码是 12 位数字或大写字母。',
      'A basic code of the national catalogue has 12 characters.',
    ),
  ),
  rule('implementation-code', ({ code, localCode }) => {
    const fault = localCode === undefined ? null : implementationFault(localCode, code);
    return fault ? [{ at: '/localCode', ...fault }] : [];
  }),
];
