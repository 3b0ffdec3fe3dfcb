/** 收费: basis and standard by its shape; paid online, and nothing to pay where there is no fee. */
import { rule, where, type ItemRule } from './rule.js';

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
];
