/** Nest's token for the province's systems. */
export const PROVINCE = Symbol('Province');
