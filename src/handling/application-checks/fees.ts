/** What an application will cost, by the rules of its items, before it is handed in. */
import type { EntityManager } from 'typeorm';
import {
  feesDue,
  type FeeDue,
  type ItemDefinition,
  publishedItem,
  selectedChildren,
} from '../../catalogue/index.js';
import type { ProblemItem } from '../../platform/http/index.js';

type Form = Record<string, unknown>;

export interface ApplicationFee extends FeeDue {
  /** Whose fee it is, by name. */
  item: string;
}

/**
 * Fees of the item, or of those items of a matter that the form asks for.
 * @param form a right one: what is missing in it has faults of its own
 */
export async function applicationFees(
  manager: EntityManager,
  item: ItemDefinition,
  form: Form,
): Promise<ApplicationFee[]> {
  const selected = selectedChildren(item, form);
  const children = (item.children ?? []).filter(({ key }) => selected[key]);
  const items = [item];
  for (const child of children) items.push((await publishedItem(manager, child.item)).data);
  return items.flatMap((one) => feesDue(one, form).map((due) => ({ ...due, item: one.name })));
}

/** A rule that yields nothing to charge says that what it is counted from cannot be. */
export async function feeFaults(
  manager: EntityManager,
  item: ItemDefinition,
  form: Form,
): Promise<ProblemItem[]> {
  const fees = await applicationFees(manager, item, form);
  return fees
    .filter(({ amountCents }) => amountCents === null)
    .map(({ fee }) => ({
      field: '/form',
      message: `按所填内容算不出“${fee}”的金额，请核对面积、日期、数量等计费的内容`,
    }));
}
