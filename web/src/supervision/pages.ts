/**
 * The pages of supervision, in the order of their tabs. A further one is an entry here; the compiler
 * then asks `routes.tsx` for its component. It is called `supervision.tab-<name>` in the locales.
 */
import type { NewSavedQuery } from '../api/model.js';

interface SupervisionPage {
  path: string;
  /** People may save what they look at, to come back to it. */
  saved: boolean;
}

export const PAGES = {
  board: { path: '/supervision', saved: true },
  cases: { path: '/supervision/cases', saved: true },
  statistics: { path: '/supervision/statistics', saved: true },
  trends: { path: '/supervision/trends', saved: true },
  league: { path: '/supervision/league', saved: true },
  ratings: { path: '/supervision/ratings', saved: true },
  heat: { path: '/supervision/heat', saved: true },
  cards: { path: '/supervision/cards', saved: true },
  orders: { path: '/supervision/orders', saved: true },
  rules: { path: '/supervision/rules', saved: false },
} as const satisfies Record<string, SupervisionPage>;

export type PageName = keyof typeof PAGES;
export type SavedPage = NewSavedQuery['page'];

type Saved = {
  [Name in PageName]: (typeof PAGES)[Name]['saved'] extends true ? Name : never;
}[PageName];
type Difference = Exclude<Saved, SavedPage> | Exclude<SavedPage, Saved>;

/** An error here names the page whose queries are saved on one side only, here or in the API. @public */
export const SAVED_AS_IN_THE_API: [Difference] extends [never] ? true : Difference = true;

export const PAGE_NAMES = Object.keys(PAGES) as PageName[];

export const isSaved = (page: PageName): page is SavedPage => PAGES[page].saved;
