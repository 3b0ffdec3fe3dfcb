/** Which ways of handling an application may choose, and what each asks of the applicant. */
import type { EntityManager } from 'typeorm';
import {
  applies,
  type ItemDefinition,
  type Material,
  neededMaterials,
  type PromiseWay,
  publishedItem,
  selectedChildren,
} from '../../catalogue/index.js';
import { type Applicant, creditStatus } from '../../people/index.js';
import type { Province } from '../../province/index.js';
import { gapsLetter, lengthText, type Letter, promiseLetter } from './letters.js';

type Form = Record<string, unknown>;

export interface Offer {
  letter: Letter;
  /** Why the applicant may not use it; null = may. */
  barred: string | null;
}

export interface GapsOffer extends Offer {
  /** Materials that are missing and may follow. */
  materials: { code: string; name: string }[];
  /** Such as `10 个工作日`. */
  within: string;
}

/** null = the item, or the situation, does not offer it. */
export interface Offers {
  gaps: GapsOffer | null;
  promise: Offer | null;
}

/** Materials of the item that may follow under 容缺受理; none when the item does not offer it. */
export function possibleGaps(item: ItemDefinition, form: Form): Material[] {
  if (!item.ways?.gaps) return [];
  return neededMaterials(item, form).filter(({ need }) => need === 'deferrable');
}

/** Items decided on the applicant's word in this situation: the item itself, or a matter's children. */
export async function promisesAsked(
  manager: EntityManager,
  item: ItemDefinition,
  form: Form,
): Promise<{ name: string; way: PromiseWay }[]> {
  const selected = selectedChildren(item, form);
  const children = await Promise.all(
    (item.children ?? [])
      .filter(({ key }) => selected[key])
      .map(async (child) => (await publishedItem(manager, child.item)).data),
  );
  return [item, ...children].flatMap(({ name, ways }) =>
    ways?.promise && applies(ways.promise.when, form) ? [{ name, way: ways.promise }] : [],
  );
}

export interface Filled {
  form: Form;
  /** Codes of the materials that are there. */
  present: ReadonlySet<string>;
  /** null = nobody yet: nothing is known of their credit. */
  applicant: Applicant | null;
}

/** What the application as it is filled in so far may choose. */
export async function offersOf(
  manager: EntityManager,
  province: Province,
  item: ItemDefinition,
  { form, present, applicant }: Filled,
): Promise<Offers> {
  const gaps = possibleGaps(item, form).filter(({ code }) => !present.has(code));
  const promises = await promisesAsked(manager, item, form);
  if (gaps.length === 0 && promises.length === 0) return { gaps: null, promise: null };
  const { barred } = applicant
    ? await creditStatus(manager, province, applicant)
    : { barred: {} as { gaps?: string; promise?: string } };
  const within = item.ways?.gaps?.within;
  return {
    gaps:
      within && gaps.length > 0
        ? {
            materials: gaps.map(({ code, name }) => ({ code, name })),
            within: lengthText(within),
            letter: gapsLetter(
              item,
              within,
              gaps.map(({ name }) => name),
            ),
            barred: barred.gaps ?? null,
          }
        : null,
    promise:
      promises.length > 0
        ? { letter: promiseLetter(promises), barred: barred.promise ?? null }
        : null,
  };
}
