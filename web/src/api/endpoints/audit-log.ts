/** The audit log. */
import { client, take } from '../client.js';
import type { AuditSearch } from '../model.js';

export const auditLog = {
  searchAudit: (query: AuditSearch, cursor?: string) =>
    take(client.GET('/api/audit', { params: { query: { ...query, cursor } } })),
  auditActs: () => take(client.GET('/api/audit/acts')),
  /** @throws ApiError; `audit-export-too-long` where it is more than one file holds */
  exportAudit: async (query: AuditSearch): Promise<Blob> =>
    (await take(
      client.GET('/api/audit/file', { params: { query }, parseAs: 'blob' }),
    )) as unknown as Blob,
  auditChain: () => take(client.GET('/api/audit/chain')),
};
