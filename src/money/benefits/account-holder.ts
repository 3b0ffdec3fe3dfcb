/** A benefit goes to an account of the one it is for: compared with the cards the register knows of them. */
import {
  type ExchangeSubject,
  type Province,
  ProvinceRefused,
  ProvinceUnavailable,
} from '../../province/index.js';

/**
 * Whether the account may be theirs: it is one of their social security cards, or the register knows
 * none of them, or is away; then the bank compares account and name when it pays.
 */
export async function mayBeAccountOf(
  province: Province,
  about: ExchangeSubject,
  account: string,
): Promise<boolean> {
  try {
    const cards = await province.exchange.lookUp({
      ...{ dataset: 'social-card', about },
      purpose: '核对发放账户的户主',
    });
    const accounts = cards.map((card) => card.account).filter((one) => typeof one === 'string');
    return accounts.length === 0 || accounts.includes(account);
  } catch (error) {
    if (error instanceof ProvinceUnavailable || error instanceof ProvinceRefused) return true;
    throw error;
  }
}
