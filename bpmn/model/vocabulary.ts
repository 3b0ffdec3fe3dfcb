/** Codes that diagrams use for what the platform knows; their names in Chinese are in `docs/glossary.md`. */

/** Roles of posts, and `applicant`: the person the case is for. */
export const ROLES = [
  'applicant',
  'window',
  'handler',
  'inspector',
  'reviewer',
  'approver',
  'cashier',
  'agent-desk',
  'supervisor',
  'admin',
  'item-author',
  'item-reviewer',
  'legality-reviewer',
  'catalogue-keeper',
] as const;

/** 层级 of the regions and organisations of a city. */
export const CITY_LEVELS = ['city', 'county', 'township', 'village'] as const;
export type CityLevel = (typeof CITY_LEVELS)[number];

/** Adapters a service task may call; each is a file in `activities/`. */
export const ADAPTERS = [
  'exchange',
  'license',
  'payment',
  'seal',
  'department-system',
  'regulation-push',
  'notify',
  'benefit-list',
  'credit',
  'return',
  'item-publication',
] as const;

export type AdapterName = (typeof ADAPTERS)[number];
