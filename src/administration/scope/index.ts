/** What an administrator keeps: the city's all, a county's its own county. */
export { keeperOf, keepsOrganisation, THE_PLATFORM, type Keeper } from './keeper.js';
export { requireKept, type Grounds } from './require-kept.js';
export { requireOwn, requireSameTerritory } from './require-own.js';
