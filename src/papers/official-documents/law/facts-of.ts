/** Every placeholder of a paper from what is known of its act and its case. Pure. */
import { itemTypeName } from '../../../../workflows/item-types/index.js';
import { chineseDate } from '../chinese-date.js';
import type { DocumentKind, Source } from '../kinds/index.js';
import { remediesText } from '../remedies.js';
import type { Facts } from '../template.js';
import { paperLawOf } from './basis.js';
import { lawfulFacts } from './terms.js';

/** @param number and date are empty while the document has none */
export function factsOf(
  kind: DocumentKind,
  source: Source,
  { number, date }: { number: string; date: string },
): Facts {
  const { act, item, rules, ownBasis, applicant, department, phone, reconsideration } = source;
  const submittedOn = chineseDate(source.submittedAt);
  const ends = act.act.startsWith('licence-') && { endsBy: act.article };
  const lawful = { type: item.type, rules, ownBasis, item: item.name, submittedOn, ...ends };
  return {
    ...lawfulFacts(kind.restsAs?.(act) ?? kind.code, { ...lawful, caseNumber: act.caseNumber }),
    caseNumber: act.caseNumber,
    item: item.name,
    power: itemTypeName(item.type),
    applicant,
    department,
    date,
    number,
    submittedOn,
    actOn: act.at.getTime() === 0 ? date : chineseDate(act.at),
    law: ownBasis,
    article: act.article ?? '',
    phone,
    ...(reconsideration && {
      remedies: remediesText(reconsideration, {
        carriedOutMeanwhile: kind.grants === true && paperLawOf(rules)?.law === '行政处罚法',
      }),
    }),
    ...kind.facts(source),
  };
}
