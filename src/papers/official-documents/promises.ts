/** How a 告知承诺书 for several items says which of them its lines are about. */

const BEGIN = '关于“';

/** Begins what is told and promised of an item. */
export const headingOf = (item: string): string => `${BEGIN}${item}”`;

export const isHeading = (line: string): boolean => line.startsWith(BEGIN);
