/** Where a notification leads: to the very thing it tells of. */
import type { Notification } from '../api/model.js';

const enc = encodeURIComponent;

const LINKS: Record<Notification['aboutKind'], (id: string, staff: boolean) => string> = {
  case: (id, staff) => `${staff ? '/workbench' : ''}/cases/${enc(id)}`,
  correction: (id) => `/cases/${enc(id)}/correction`,
  fee: (id) => `/cases/${enc(id)}`,
  delivery: (id) => `/cases/${enc(id)}#delivery`,
  licence: () => '/licences',
  authorisation: () => '/authorisations',
  task: (id) => `/workbench/mine/${enc(id)}`,
  tasks: () => '/workbench/mine',
  copy: () => '/workbench/copies',
  deputy: () => '/workbench/deputies',
  order: (id) => `/duties?orders=${enc(id)}`,
  cards: () => '/duties',
  card: (id) => `/duties?cards=${enc(id)}`,
  query: (id) => `/supervision/queries/${enc(id)}`,
};

/** What supervisors hear of stands on their own pages. */
const SUPERVISORS: Partial<Record<string, string>> = {
  'order-replied': '/supervision/orders?orders=',
  'card-answered': '/supervision/cards?cards=',
};

export function linkOf({ aboutKind, aboutId, audience, occasion }: Notification): string {
  const page = SUPERVISORS[occasion];
  return page ? page + enc(aboutId) : LINKS[aboutKind](aboutId, audience === 'staff');
}
