/** The window: applications entered for others, papers handed on. */
export { WindowModule } from './window.module.js';
export { verifyIdentity } from './verification.js';
