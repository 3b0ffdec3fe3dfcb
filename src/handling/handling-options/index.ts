/** Ways of handling: 容缺受理 and 告知承诺, what they ask, and what was signed. */
export { requireFittingAcceptance } from './acceptance.js';
export { checkWays, type ChosenWays } from './chosen.js';
export type { Letter } from './letters.js';
export { offersOf, type Offers } from './offers.js';
export { keepSigned, type SignedLetter } from './signed.js';
export { HandlingOptionsModule } from './handling-options.module.js';
