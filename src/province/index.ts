/** The province's platform as this platform sees it: one interface per system, HTTP behind it. */
export * from './sign-on.js';
export { isSignedByProvince } from './signature.js';
