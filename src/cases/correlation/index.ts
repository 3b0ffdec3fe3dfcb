/** What cases wait for and throw, as `record` writes it; the rest is in `correlation.module.ts`. */
export { checkCorrelation, type Astray } from './check.js';
export { addSubscriptions } from './subscriptions.js';
export { forgetThrown, writeThrown } from './thrown.js';
export { CorrelationModule } from './correlation.module.js';
