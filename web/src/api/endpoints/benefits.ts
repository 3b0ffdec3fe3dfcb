/** Paying benefits out. */
import { client, take } from '../client.js';
import { byId } from './parameters.js';

export const benefits = {
  openBenefitList: (item: string, month: string) =>
    take(client.POST('/api/benefits/lists', { body: { item, month } })),
  benefitLists: () => take(client.GET('/api/benefits/lists')),
  benefitList: (id: string) => take(client.GET('/api/benefits/lists/{id}', byId(id))),
  approveBenefitList: (id: string) =>
    take(client.POST('/api/benefits/lists/{id}/finance-approval', byId(id))),
  correctBenefitLine: (id: string, account: string) =>
    take(client.POST('/api/benefits/lines/{id}/correction', { ...byId(id), body: { account } })),
  resendBenefitList: (id: string) => take(client.POST('/api/benefits/lists/{id}/resend', byId(id))),
};
