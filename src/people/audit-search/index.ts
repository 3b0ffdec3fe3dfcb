/** The audit log as the auditor searches it. */
export { AuditModule } from './audit.module.js';
