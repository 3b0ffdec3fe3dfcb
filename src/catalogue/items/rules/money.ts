/** 收费: basis and standard by its shape; paid online, and nothing to pay where there is no fee. */
import { checkExpression } from '../../../../bpmn/feel/index.js';
import { hasFeeRule } from '../fees.js';
import { rule, where, type ItemRule } from './rule.js';

/** What a quantity may name. */
const KNOWN = new Set(['form']);

export const FEE_RULES: readonly ItemRule[] = [
  rule('fee-not-paid-online', ({ fees, guide }) =>
    where(
      fees.length > 0 && guide.payOnline !== true,
      '/guide/payOnline',
      '收费的事项应当可以网上缴费。',
      'A fee can be paid online.',
    ),
  ),
  rule('payment-without-fee', ({ fees, guide }) =>
    where(
      fees.length === 0 && guide.payOnline === true,
      '/guide/payOnline',
      '不收费的事项没有网上缴费；请去掉，或写明收费项目。',
      'Nothing is paid online where there is no fee.',
    ),
  ),
  rule('fee-rule-unreadable', ({ fees }) =>
    fees.flatMap(({ name, quantity }, i) => {
      if (quantity === undefined) return [];
      const [problem] = checkExpression(quantity, { variables: KNOWN });
      return where(
        problem !== undefined,
        `/fees/${i}/quantity`,
        `“${name}”的计费数量“${quantity}”${problem?.message ?? ''}。`,
        `The quantity of “${name}” is no FEEL expression over form.`,
      );
    }),
  ),
  rule(
    'fee-without-rule',
    ({ fees }) =>
      fees.flatMap((fee, i) =>
        where(
          !hasFeeRule(fee),
          `/fees/${i}/quantity`,
          `“${fee.name}”按${fee.unit}计，请写明计费数量怎样算，否则无法核对应收金额。`,
          `“${fee.name}” is charged by ${fee.unit}; say how many.`,
        ),
      ),
    'warning',
  ),
];
