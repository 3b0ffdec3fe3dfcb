/** Credit records: what bars 容缺受理 and 告知承诺, for how long, and how it is mended. */
export { recordFact, type Way } from './records.js';
export { requireCredit, creditStatus, type Applicant, type CreditStatus } from './credit-status.js';
export { CreditModule } from './credit.module.js';
