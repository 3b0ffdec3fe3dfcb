/** 审管联动 in words: who regulates what was granted, when they signed for it, what they found. */
import type { TFunction } from 'i18next';
import type { CaseDetail } from '../api/model.js';
import { dateText } from './time.js';

type Regulation = CaseDetail['regulation'];

/** Names and values; a value that is null is not there yet. */
export function regulationFacts(
  regulation: Regulation,
  t: TFunction,
): [name: string, value: string | null][] {
  if (!regulation) return [];
  const { regulator, claimedOn, finding, foundOn, text } = regulation;
  const found = finding && t(`regulation.finding-${finding}`);
  return [
    [t('regulation.regulator'), regulator],
    [t('regulation.claimed'), claimedOn ? dateText(claimedOn) : t('regulation.unclaimed')],
    [t('regulation.finding'), found && foundOn ? `${found}（${dateText(foundOn)}）` : found],
    [t('regulation.text'), text],
  ];
}
