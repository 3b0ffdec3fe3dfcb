/** The audit log: append-only, held so by the database itself. */
export { audit, type AuditLine } from './audit.js';
