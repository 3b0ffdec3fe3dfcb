/** Credit records. */
import { client, take } from '../client.js';
import type { NewCreditRequest } from '../model.js';
import { byId } from './parameters.js';

export const credit = {
  standing: () => take(client.GET('/api/credit')),
  askAboutCredit: (id: string, body: NewCreditRequest) =>
    take(client.POST('/api/credit/records/{id}/requests', { ...byId(id), body })),
  departmentCredit: () => take(client.GET('/api/credit/department')),
  decideCredit: (id: string, body: { grant: boolean; reason: string }) =>
    take(client.POST('/api/credit/requests/{id}/decision', { ...byId(id), body })),
};
