/** Where each page of supervision is found; loaded when it is first looked at. */
import { lazy, type ComponentType } from 'react';
import { PAGE_NAMES, PAGES, type PageName } from './pages.js';

const COMPONENTS: Record<PageName, ComponentType> = {
  board: lazy(() => import('./Board.js')),
  cases: lazy(() => import('./CaseList.js')),
  statistics: lazy(() => import('./Statistics.js')),
  trends: lazy(() => import('./Trends.js')),
  league: lazy(() => import('./League.js')),
  ratings: lazy(() => import('./Ratings.js')),
  heat: lazy(() => import('./Heat.js')),
  cards: lazy(() => import('./Cards.js')),
  orders: lazy(() => import('./Orders.js')),
  rules: lazy(() => import('./Rules.js')),
};

const OpenedQuery = lazy(() => import('./OpenedQuery.js'));

export const supervisionRoutes = [
  ...PAGE_NAMES.map((page) => {
    const Page = COMPONENTS[page];
    return { path: PAGES[page].path, element: <Page /> };
  }),
  { path: '/supervision/queries/:id', element: <OpenedQuery /> },
];
