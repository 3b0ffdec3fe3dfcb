/** Roles of posts (岗位角色), and who gives them. */

/** Roles that act within the body of the post, or within its county. */
const LOCAL_ROLES = [
  'window',
  'handler',
  'inspector',
  'reviewer',
  'approver',
  'seal-keeper',
  'cashier',
  'agent-desk',
  'supervisor',
  // Who writes a guide, who looks it through, and who looks at its law.
  'item-author',
  'item-reviewer',
  'legality-reviewer',
] as const;

/** Roles whose rights reach beyond one county: only the city gives them. */
export const CITY_ROLES = [
  'admin',
  'county-admin',
  'auditor',
  'archivist',
  'message-desk',
  'catalogue-keeper',
] as const;

export const POST_ROLES = [...LOCAL_ROLES, ...CITY_ROLES] as const;
export type PostRole = (typeof POST_ROLES)[number];

export const isCityRole = (role: string): boolean =>
  (CITY_ROLES as readonly string[]).includes(role);
