/** The audit log: append-only, held so by the database itself, and chained so that a change is found. */
export { audit, type AuditLine } from './audit.js';
export { checkChain, type ChainCheck, type ChainFault } from './check-chain.js';
export { type ChainHead, sealWaiting } from './chain.js';
export { auditLook, LOOK_ACTS, type Look } from './look.js';
export { AuditSealer } from './sealer.js';
export { headOf } from './chain.js';
