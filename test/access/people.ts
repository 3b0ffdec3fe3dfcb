/**
 * Who asks in the matrix, and how each stands to the cases there: `own`, of 张晓梅 in 海城市, decided by its
 * market bureau, and an ended one like it; `other`, of 李国栋 in 铁东区. What a tie lets somebody do is in
 * `rules.ts`.
 */

/** Ties to a case as the law and the diagram give them, by words that the rules use. */
export type Standing =
  | 'applicant'
  | 'agent'
  | 'lead'
  | 'joint'
  | 'asked'
  | 'copied'
  | 'window'
  | 'supervisor'
  | 'administrator';

export interface Asker {
  /** Account of the demonstration; none = not signed in. */
  account?: string;
  /** Role of the post; none = an applicant. */
  role?: string;
  /** Of the systems: what it signs its request with. */
  signed?: 'wrongly';
  own?: Standing;
  other?: Standing;
  /** What their post would make them to the own case, were it not themselves who applied. */
  beside?: 'lead';
  /** Asks of the own case's task that was theirs once, before they came to another body. */
  heldOnce?: true;
  /** Has a post, and did not choose it. */
  withoutPost?: true;
  /** Knows the person of a case otherwise: is theirs, or is them; keeps the post that they have. */
  knows?: 'own' | 'other';
}

const everywhere = (standing: Standing) => ({ own: standing, other: standing });

export const ASKERS = {
  anonymous: {},
  'a system that signs wrongly': { signed: 'wrongly' },
  'another applicant': { account: 'wang' },
  'a firm': { account: 'xiangman', knows: 'other' },
  'applicant of the other case': { account: 'li', other: 'applicant' },
  'strange handler': { account: 'hc-housing', role: 'handler' },
  'strange approver': { account: 'hc-housing-approver', role: 'approver' },
  'strange seal keeper': { account: 'hc-housing-seal', role: 'seal-keeper' },
  'strange inspector': { account: 'xt-urban2', role: 'inspector' },
  'handler of the other county': { account: 'tieDong-market', role: 'handler', other: 'lead' },
  'window of the other county': { account: 'tieDong-window', role: 'window', other: 'window' },
  auditor: { account: 'auditor', role: 'auditor' },
  cashier: { account: 'hc-finance', role: 'cashier' },
  'agent of the village': { account: 'cunban', role: 'agent-desk' },
  'message desk': { account: 'bench-city', role: 'message-desk' },
  archivist: { account: 'bench-county', role: 'archivist' },
  'leader of the county': { account: 'hc-mayor', role: 'approver' },
  'who held a task once': { account: 'hc-housing-approver', role: 'approver', heldOnce: true },
  'sent a copy': { account: 'hc-health', role: 'handler', own: 'copied' },
  'asked to sign': { account: 'as-transport', role: 'handler', own: 'asked' },
  'of a joint department': { account: 'hc-traffic', role: 'handler', own: 'joint' },
  window: { account: 'xt-window', role: 'window', own: 'window' },
  'supervisor of the county': { account: 'hc-supervisor', role: 'supervisor', own: 'supervisor' },
  'supervisor of the line': {
    account: 'market-supervisor',
    role: 'supervisor',
    ...everywhere('supervisor'),
  },
  'supervisor of the city': {
    account: 'supervisor',
    role: 'supervisor',
    ...everywhere('supervisor'),
  },
  'administrator of the county': { account: 'hc-admin', role: 'county-admin', knows: 'own' },
  'seal keeper': { account: 'hc-market-seal', role: 'seal-keeper', own: 'lead' },
  reviewer: { account: 'hc-market-reviewer', role: 'reviewer', own: 'lead' },
  approver: { account: 'hc-market-approver', role: 'approver', own: 'lead' },
  handler: { account: 'hc-market-handler', role: 'handler', own: 'lead' },
  agent: { account: 'zhao', own: 'agent' },
  applicant: { account: 'zhang', own: 'applicant', withoutPost: true },
  'approver who is the applicant': {
    ...{ account: 'zhang', role: 'approver' },
    ...{ own: 'applicant', beside: 'lead' },
  },
  administrator: { account: 'admin', role: 'admin', ...everywhere('administrator') },
} as const satisfies Record<string, Asker>;

export type AskerName = keyof typeof ASKERS;

export const askers = Object.entries(ASKERS) as [AskerName, Asker][];
