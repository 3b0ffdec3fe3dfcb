/** Benefits paid out every month (给付发放): entitlement, monthly list, finance, bank, return file. */
export { mayBeAccountOf } from './account-holder.js';
export { requireFirstApplication } from './once.js';
export { type Entitlement, type Grant, grantBenefit } from './entitlements.js';
export { BenefitsModule } from './benefits.module.js';
