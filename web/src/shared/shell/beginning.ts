const OF_ROLE: Readonly<Record<string, string>> = {
  supervisor: '/supervision',
  admin: '/designer',
  auditor: '/audit',
};

/** Where the work of a post begins. */
export const beginningOf = (role: string): string => OF_ROLE[role] ?? '/day';
