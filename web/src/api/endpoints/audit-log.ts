/** The audit log. */
import { client, take } from '../client.js';
import type { AuditSearch } from '../model.js';

export const auditLog = {
  searchAudit: (query: AuditSearch, cursor?: string) =>
    take(client.GET('/api/audit', { params: { query: { ...query, cursor } } })),
  auditChain: () => take(client.GET('/api/audit/chain')),
};
