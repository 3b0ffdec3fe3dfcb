/** The province's platform as this platform sees it: one interface per system, HTTP behind it. */
export * from './archive-system.js';
export * from './bank-system.js';
export * from './data-exchange.js';
export * from './department-system.js';
export type { Acting, Errand, Matter } from './errand.js';
export { type Heard, ProvinceRefused, ProvinceUnavailable } from './gateway.js';
export * from './holder.js';
export * from './licence-system.js';
export * from './payment-system.js';
export * from './population.js';
export * from './province.js';
export * from './regulation-system.js';
export * from './seal-system.js';
export * from './sign-on.js';
export { type Source, sourceAt, sourceOf } from './sources.js';
export * from './text-message-system.js';
export { PROVINCE_SYSTEM, secretsIn, signedHeaders, TOLERANCE, verifySigned } from './signature.js';
