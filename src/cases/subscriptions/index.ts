/** What cases wait for and throw, as rows: written with each step, matched as messages come. */
export { addSubscriptions } from './subscriptions.js';
export { forgetThrown, leaseThrown, markReleased, writeThrown, type ThrownRow } from './thrown.js';
export { offer, offerEarlier, type Offer } from './matching.js';
export { offerSignalsAgain } from './offered-again.js';
export { lockPlaces } from './places.js';
