/** Every endpoint the pages use, by name. */
import { call, newKey } from './client.js';
import type {
  BenefitList,
  CaseDetail,
  CaseDiagram,
  CaseSummary,
  Draft,
  Finding,
  FormData,
  Incident,
  ItemData,
  ItemForm,
  ItemSummary,
  Page,
  ProcessSummary,
  ProcessVersion,
  Region,
  Session,
  Situation,
  SupervisionRow,
  TaskDetail,
  TaskPage,
} from './model.js';

const part = encodeURIComponent;

export const api = {
  session: () => call<Session>('GET', '/session'),
  choosePost: (post: string) => call<Session>('POST', '/session/post', { body: { post } }),
  signOut: () => call<void>('DELETE', '/session'),

  regions: (parent?: string) => call<Page<Region>>('GET', '/regions', { query: { parent } }),
  items: (q?: string) => call<Page<ItemSummary>>('GET', '/items', { query: { q } }),
  item: (code: string) => call<ItemData>('GET', `/items/${part(code)}`),
  itemForm: (code: string) => call<ItemForm>('GET', `/items/${part(code)}/form`),
  situation: (code: string, region: string, form: FormData) =>
    call<Situation>('POST', `/items/${part(code)}/situation`, { body: { region, form } }),

  drafts: () => call<Page<Draft>>('GET', '/drafts'),
  draft: (id: string) => call<Draft>('GET', `/drafts/${part(id)}`),
  openDraft: (item: string, region: string) =>
    call<Draft>('POST', '/drafts', { body: { item, region } }),
  saveDraft: (id: string, form: FormData, materials: Record<string, string[]>) =>
    call<Draft>('PUT', `/drafts/${part(id)}`, { body: { form, materials } }),
  deleteDraft: (id: string) => call<void>('DELETE', `/drafts/${part(id)}`),

  submit: (draft: string, key: string) =>
    call<{ number?: string; caseNumber?: string }>('POST', '/cases', { body: { draft }, key }),
  cases: () => call<Page<CaseSummary>>('GET', '/cases'),
  case: (number: string) => call<CaseDetail>('GET', `/cases/${part(number)}`),
  diagram: (number: string) => call<CaseDiagram>('GET', `/cases/${part(number)}/diagram`),
  withdraw: (number: string, reason: string) =>
    call<unknown>('POST', `/cases/${part(number)}/withdrawal`, { body: { reason }, key: newKey() }),
  supplement: (
    number: string,
    body: { opinion: string; form: FormData; materials: Record<string, string[]> },
    key: string,
  ) => call<unknown>('POST', `/cases/${part(number)}/supplement`, { body, key }),

  tasks: (view: 'pool' | 'mine', item?: string, cursor?: string) =>
    call<TaskPage>('GET', '/tasks', { query: { view, item, cursor } }),
  task: (id: string) => call<TaskDetail>('GET', `/tasks/${part(id)}`),
  claim: (id: string) => call<unknown>('PUT', `/tasks/${part(id)}/claim`),
  release: (id: string) => call<unknown>('DELETE', `/tasks/${part(id)}/claim`),
  complete: (
    id: string,
    body: { outcome?: string; opinion?: string; form?: FormData },
    key: string,
  ) => call<unknown>('POST', `/tasks/${part(id)}/completion`, { body, key }),

  incidents: (state = 'open') => call<Page<Incident>>('GET', '/incidents', { query: { state } }),
  retryIncident: (id: string, variables: FormData) =>
    call<unknown>('POST', `/incidents/${part(id)}/retry`, { body: { variables }, key: newKey() }),
  supervision: (view: 'overdue' | 'due-soon', days: number) =>
    call<Page<SupervisionRow>>('GET', '/supervision/cases', { query: { view, days } }),

  processes: () => call<Page<ProcessSummary>>('GET', '/processes'),
  processVersions: (id: string) =>
    call<Page<ProcessVersion>>('GET', `/processes/${part(id)}/versions`),
  processXml: (id: string, version: number | string) =>
    call<{ xml: string }>('GET', `/processes/${part(id)}/versions/${version}/xml`),
  saveProcess: (id: string, xml: string, name: string) =>
    call<unknown>('PUT', `/processes/${part(id)}/draft`, { body: { xml, name } }),
  publishProcess: (id: string) =>
    call<{ version: number; state: string }>('POST', `/processes/${part(id)}/draft/publication`, {
      key: newKey(),
    }),
  lint: (xml: string) =>
    call<{ findings: Finding[] }>('POST', '/processes/lint', { body: { xml } }),

  openBenefitList: (item: string, month: string) =>
    call<BenefitList>('POST', '/benefits/lists', { body: { item, month }, key: newKey() }),
  benefitList: (id: string) => call<BenefitList>('GET', `/benefits/lists/${part(id)}`),
  approveBenefitList: (id: string) =>
    call<BenefitList>('POST', `/benefits/lists/${part(id)}/finance-approval`, { key: newKey() }),
  correctBenefitLine: (id: string, account: string) =>
    call<BenefitList>('POST', `/benefits/lines/${part(id)}/correction`, { body: { account } }),
  resendBenefitList: (id: string) =>
    call<BenefitList>('POST', `/benefits/lists/${part(id)}/resend`, { key: newKey() }),
};
