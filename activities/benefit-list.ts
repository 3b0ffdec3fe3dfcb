/** 列入发放名册: a granted benefit is paid from next month on; the monthly list finds it there. */
import { grantBenefit } from '../src/money/index.js';
import { DomainError } from '../src/platform/errors.js';
import { type Adapter, refused, requiredText } from './adapter.js';

/** Input `{tier}`. Result `{tier, amountCents, fromMonth}`. */
export const enterOnRoll: Adapter = async (call, { dataSource }) => {
  const { key, caseNumber } = call;
  const tier = requiredText(call, 'tier');
  try {
    const { amountCents, fromMonth } = await grantBenefit(dataSource.manager, {
      key,
      caseNumber,
      tier,
    });
    return { tier, amountCents, fromMonth };
  } catch (error) {
    if (error instanceof DomainError) throw refused(error.message);
    throw error;
  }
};
