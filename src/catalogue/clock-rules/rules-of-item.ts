/** The rules of an item's clock: its type's, unless the item's own basis says otherwise. */
import type { EntityManager } from 'typeorm';
import { ANY_TYPE, dayNumber, rulesOf, type ItemClock } from '../../../workflows/clock/index.js';
import type { ClockRules } from '../../../workflows/contracts/case.js';
import type { ItemDefinition, Limit } from '../items/index.js';
import { rulesOfType } from './rule-table.js';

type Clocked = Pick<ItemDefinition, 'type' | 'kind' | 'limits' | 'clock'> &
  Partial<Pick<ItemDefinition, 'legalBasis'>>;

const period = ({ days, unit }: Limit): string => `${days}${unit}`;

/** Extension and delivery are found among an item's limits too, as 实施清单 write them. */
function ownClock({ clock, limits }: Clocked, ofType: ClockRules): ItemClock {
  const { extension, deliver } = limits;
  const by = clock?.joint ? 'government' : (ofType.extension?.by ?? 'head');
  return {
    ...(extension && { extension: { upTo: period(extension), by } }),
    ...(deliver && { delivery: period(deliver) }),
    ...clock,
  };
}

/** The item's foremost 设定依据: 户口登记条例第七条; empty where it names none. */
const basisOf = ({ legalBasis = [] }: Clocked): string => {
  const [first] = legalBasis;
  return first ? first.law + (first.article ?? '') : '';
};

/**
 * What is frozen on a case that opens at an instant (ms). A 一件事 handles several items, each with
 * its own clock, and has none of its own.
 */
export async function clockRulesOf(
  manager: EntityManager,
  item: Clocked,
  at: number,
): Promise<ClockRules> {
  const type = item.kind === 'one-stop' ? ANY_TYPE : item.type;
  const ofType = await rulesOfType(manager, type, dayNumber(at));
  return { ...rulesOf(ofType, ownClock(item, ofType)), basis: basisOf(item) };
}
