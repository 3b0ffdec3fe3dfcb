/** Cases and acts on them. */
import { client, done, take } from '../client.js';
import type { CaseDetail, LegalAct, FormData, PersonalData } from '../model.js';
import { byNumber, keyed } from './parameters.js';

export const cases = {
  submit: (draft: string, key: string) =>
    done(
      client.POST('/api/cases', {
        params: { header: { 'Idempotency-Key': key } },
        body: { draft },
      }),
    ),
  cases: () => take(client.GET('/api/cases')),
  case: async (number: string) =>
    (await take(client.GET('/api/cases/{number}', byNumber(number)))) as CaseDetail,
  personalData: async (number: string, reason: string) =>
    (await take(
      client.POST('/api/cases/{number}/personal-data', { ...byNumber(number), body: { reason } }),
    )) as PersonalData,
  provinceAnswers: (number: string) =>
    take(client.GET('/api/cases/{number}/province-answers', byNumber(number))),
  diagram: (number: string) => take(client.GET('/api/cases/{number}/diagram', byNumber(number))),
  legalActs: (number: string) =>
    take(client.GET('/api/cases/{number}/legal-acts', byNumber(number))),
  actInLaw: (number: string, body: LegalAct, key: string) =>
    done(client.POST('/api/cases/{number}/legal-acts', { ...keyed({ number }, key), body })),
  askForExtension: (number: string, body: { days: number; reason: string }, key: string) =>
    take(client.POST('/api/cases/{number}/extension', { ...keyed({ number }, key), body })),
  withdraw: (number: string, reason: string, key: string) =>
    done(
      client.POST('/api/cases/{number}/withdrawal', {
        ...keyed({ number }, key),
        body: { reason },
      }),
    ),
  supplement: (
    number: string,
    body: { opinion: string; form: FormData; materials: Record<string, string[]> },
    key: string,
  ) => done(client.POST('/api/cases/{number}/supplement', { ...keyed({ number }, key), body })),
};
