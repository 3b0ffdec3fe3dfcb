/** Every endpoint the pages use, by name; paths, bodies and answers are the OpenAPI file's. */
import { client, done, newKey, take } from './client.js';
import type {
  ArchivePackage,
  AuditSearch,
  BoardQuery,
  CardMove,
  CardRuleContent,
  CardsQuery,
  HeatQuery,
  LeagueQuery,
  NewCard,
  NewOrder,
  NewSavedQuery,
  OrderMove,
  OrdersQuery,
  StatisticsQuery,
  SupervisedCasesQuery,
  SupervisionAct,
  CaseDetail,
  ChosenWays,
  Draft,
  DraftSituation,
  InboxQuery,
  InboxView,
  NewSignOff,
  TaskDraft,
  LegalAct,
  FormData,
  ItemData,
  MigrationPlan,
  NewAdapterBinding,
  NewCreditRequest,
  NewEntry,
  NewRules,
  TimerStartSetting,
  LicenceOperation,
  NewMigration,
  NewModification,
  Page,
  Situation,
  TaskDetail,
} from './model.js';

const byId = (id: string) => ({ params: { path: { id } } });
const byNumber = (number: string) => ({ params: { path: { number } } });
const byCode = (code: string) => ({ params: { path: { code } } });
const keyed = <Path extends object>(path: Path, key: string) => ({
  params: { path, header: { 'Idempotency-Key': key } },
});

const people = {
  session: () => take(client.GET('/api/session')),
  choosePost: (post: string | null) => take(client.POST('/api/session/post', { body: { post } })),
  signOut: () => take(client.DELETE('/api/session')),
};

const items = {
  regions: (parent?: string) => take(client.GET('/api/regions', { params: { query: { parent } } })),
  items: (q?: string) => take(client.GET('/api/items', { params: { query: { q } } })),
  /** Length of a day in ms where a demonstration scales it, also while a part is down; null = a real day. */
  demoDay: async (): Promise<number | null> => {
    const { data, error } = await client.GET('/api/health');
    return (data ?? (error as { demoDay?: number | null } | undefined))?.demoDay ?? null;
  },
  item: async (code: string) =>
    (await take(client.GET('/api/items/{code}', byCode(code)))) as unknown as ItemData,
  itemForm: (code: string) => take(client.GET('/api/items/{code}/form', byCode(code))),
  situation: async (code: string, region: string, form: FormData) =>
    (await take(
      client.POST('/api/items/{code}/situation', { ...byCode(code), body: { region, form } }),
    )) as Situation,
};

const drafts = {
  drafts: async () => (await take(client.GET('/api/drafts'))) as Page<Draft>,
  draft: async (id: string) => (await take(client.GET('/api/drafts/{id}', byId(id)))) as Draft,
  openDraft: async (item: string, region: string) =>
    (await take(client.POST('/api/drafts', { body: { item, region } }))) as Draft,
  draftSituation: async (id: string, form: FormData, materials: Record<string, string[]>) =>
    (await take(
      client.POST('/api/drafts/{id}/situation', { ...byId(id), body: { form, materials } }),
    )) as DraftSituation,
  saveDraft: (id: string, form: FormData, materials: Record<string, string[]>, ways?: ChosenWays) =>
    take(client.PUT('/api/drafts/{id}', { ...byId(id), body: { form, materials, ways } })),
  deleteDraft: (id: string) => take(client.DELETE('/api/drafts/{id}', byId(id))),
};

const cases = {
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

const tasks = {
  tasks: (query: InboxQuery) => take(client.GET('/api/tasks', { params: { query } })),
  task: async (id: string) => (await take(client.GET('/api/tasks/{id}', byId(id)))) as TaskDetail,
  claim: (id: string) => take(client.PUT('/api/tasks/{id}/claim', byId(id))),
  release: (id: string) => take(client.DELETE('/api/tasks/{id}/claim', byId(id))),
  complete: (
    id: string,
    body: { outcome?: string; opinion?: string; form?: FormData },
    key: string,
  ) => done(client.POST('/api/tasks/{id}/completion', { ...keyed({ id }, key), body })),
  saveTaskDraft: (id: string, body: TaskDraft) =>
    take(client.PUT('/api/tasks/{id}/draft', { ...byId(id), body })),
  transfer: (
    id: string,
    body: { post?: string; department?: string; reason: string },
    key: string,
  ) => take(client.POST('/api/tasks/{id}/transfer', { ...keyed({ id }, key), body })),
  delegate: (id: string, body: { post: string; reason: string }, key: string) =>
    take(client.POST('/api/tasks/{id}/delegation', { ...keyed({ id }, key), body })),
  giveBack: (id: string, opinion: string, key: string) =>
    take(
      client.POST('/api/tasks/{id}/delegation/answer', {
        ...keyed({ id }, key),
        body: { opinion },
      }),
    ),
  endDelegation: (id: string, key: string) =>
    take(client.POST('/api/tasks/{id}/delegation/end', keyed({ id }, key))),
  addSignOff: (id: string, body: NewSignOff, key: string) =>
    take(client.POST('/api/tasks/{id}/sign-offs', { ...keyed({ id }, key), body })),
  removeSignOff: (
    id: string,
    body: { signOff: string; position: number; reason: string },
    key: string,
  ) => take(client.POST('/api/tasks/{id}/sign-offs/removal', { ...keyed({ id }, key), body })),
  copyTask: (id: string, body: { posts: string[]; note?: string }, key: string) =>
    take(client.POST('/api/tasks/{id}/copies', { ...keyed({ id }, key), body })),
  returns: (id: string) => take(client.GET('/api/tasks/{id}/returns', byId(id))),
  sendBack: (id: string, body: { to: string; reason: string }, key: string) =>
    done(client.POST('/api/tasks/{id}/return', { ...keyed({ id }, key), body })),
  recall: (id: string, reason: string, key: string) =>
    done(client.POST('/api/tasks/{id}/recall', { ...keyed({ id }, key), body: { reason } })),
  desks: (id: string, verb: 'transfer' | 'delegate' | 'any', q?: string) =>
    take(
      client.GET('/api/tasks/{id}/desks', { params: { path: { id }, query: { for: verb, q } } }),
    ),
  claimTasks: (ids: string[]) => take(client.POST('/api/task-claims', { body: { ids } })),
  completeTasks: (body: { ids: string[]; outcome?: string; opinion?: string }, key: string) =>
    take(
      client.POST('/api/task-completions', {
        params: { header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  urgeCase: (number: string, note: string, key: string) =>
    take(client.POST('/api/cases/{number}/urges', { ...keyed({ number }, key), body: { note } })),
  copies: () => take(client.GET('/api/task-copies', { params: { query: { unread: 'false' } } })),
  readCopy: (id: string) => take(client.POST('/api/task-copies/{id}/reading', byId(id))),
  deputies: () => take(client.GET('/api/deputies')),
  nameDeputy: (body: { deputy: string; from: string; to: string; reason?: string }, key: string) =>
    take(client.POST('/api/deputies', { params: { header: { 'Idempotency-Key': key } }, body })),
  revokeDeputy: (id: string) => take(client.DELETE('/api/deputies/{id}', byId(id))),
  colleagues: () => take(client.GET('/api/colleagues')),
  inboxViews: () => take(client.GET('/api/inbox-views')),
  saveInboxView: (name: string, query: InboxQuery & { view: InboxView }) =>
    take(client.POST('/api/inbox-views', { body: { name, query } })),
  removeInboxView: (id: string) => take(client.DELETE('/api/inbox-views/{id}', byId(id))),
  opinionTemplates: () => take(client.GET('/api/opinion-templates')),
  addOpinionTemplate: (text: string) =>
    take(client.POST('/api/opinion-templates', { body: { text } })),
  removeOpinionTemplate: (id: string) =>
    take(client.DELETE('/api/opinion-templates/{id}', byId(id))),
  incidents: () => take(client.GET('/api/incidents', { params: { query: { state: 'open' } } })),
  incident: (id: string) => take(client.GET('/api/incidents/{id}', byId(id))),
  retryIncidents: (ids: string[]) =>
    take(
      client.POST('/api/incidents/retries', {
        params: { header: { 'Idempotency-Key': newKey() } },
        body: { ids },
      }),
    ),
};

const processes = {
  processes: () => take(client.GET('/api/processes')),
  processVersions: (id: string) => take(client.GET('/api/processes/{id}/versions', byId(id))),
  processXml: (id: string, version: number) =>
    take(
      client.GET('/api/processes/{id}/versions/{version}/xml', {
        params: { path: { id, version } },
      }),
    ),
  saveProcess: (id: string, xml: string, name: string) =>
    take(client.PUT('/api/processes/{id}/draft', { ...byId(id), body: { xml, name } })),
  publishProcess: (id: string) =>
    take(client.POST('/api/processes/{id}/draft/publication', byId(id))),
  lint: (xml: string) => take(client.POST('/api/processes/lint', { body: { xml } })),
  importProcess: (xml: string) => take(client.POST('/api/processes/import', { body: { xml } })),
  timerStarts: () => take(client.GET('/api/timer-starts')),
  setTimerStart: (process: string, element: string, body: TimerStartSetting) =>
    take(
      client.PUT('/api/timer-starts/{process}/{element}', {
        params: { path: { process, element } },
        body,
      }),
    ),
  adapterBindings: () => take(client.GET('/api/adapter-bindings')),
  addAdapterBinding: (body: NewAdapterBinding) =>
    take(client.POST('/api/adapter-bindings', { body })),
  changeAdapterBinding: (id: number, adapter: NewAdapterBinding['adapter']) =>
    take(client.PUT('/api/adapter-bindings/{id}', { params: { path: { id } }, body: { adapter } })),
  removeAdapterBinding: (id: number) =>
    take(client.DELETE('/api/adapter-bindings/{id}', { params: { path: { id } } })),
};

const decisions = {
  decisions: () => take(client.GET('/api/decisions')),
  decisionVersions: (id: string) => take(client.GET('/api/decisions/{id}/versions', byId(id))),
  decisionXml: (id: string, version: number) =>
    take(
      client.GET('/api/decisions/{id}/versions/{version}/xml', {
        params: { path: { id, version } },
      }),
    ),
  saveDecision: (id: string, xml: string) =>
    take(client.PUT('/api/decisions/{id}/draft', { ...byId(id), body: { xml } })),
  publishDecision: (id: string) =>
    take(client.POST('/api/decisions/{id}/draft/publication', byId(id))),
  lintDecision: (xml: string) => take(client.POST('/api/decisions/lint', { body: { xml } })),
  tryDecision: (xml: string, decision: string, variables: FormData) =>
    take(client.POST('/api/decisions/evaluation', { body: { xml, decision, variables } })),
};

const benefits = {
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

const interventions = {
  places: (number: string) => take(client.GET('/api/cases/{number}/places', byNumber(number))),
  modify: (number: string, body: NewModification, key: string) =>
    done(client.POST('/api/cases/{number}/modification', { ...keyed({ number }, key), body })),
  previewMigration: (id: string, body: MigrationPlan) =>
    take(client.POST('/api/processes/{id}/migration-preview', { ...byId(id), body })),
  migrate: (id: string, body: NewMigration, key: string) =>
    take(client.POST('/api/processes/{id}/migrations', { ...keyed({ id }, key), body })),
  migration: (id: string) => take(client.GET('/api/process-migrations/{id}', byId(id))),
};

const supervision = {
  board: (query: BoardQuery) => take(client.GET('/api/supervision/board', { params: { query } })),
  supervisedCases: (query: SupervisedCasesQuery, cursor?: string) =>
    take(client.GET('/api/supervision/cases', { params: { query: { ...query, cursor } } })),
  statistics: (query: StatisticsQuery) =>
    take(client.GET('/api/supervision/statistics', { params: { query } })),
  league: (query: LeagueQuery) =>
    take(client.GET('/api/supervision/league', { params: { query } })),
  heatVersions: () => take(client.GET('/api/supervision/heat/versions')),
  heat: (query: HeatQuery) => take(client.GET('/api/supervision/heat', { params: { query } })),
  units: (q: string) => take(client.GET('/api/supervision/units', { params: { query: { q } } })),
  cardRules: () => take(client.GET('/api/card-rules')),
  addCardRule: (body: CardRuleContent) => take(client.POST('/api/card-rules', { body })),
  changeCardRule: (id: string, body: CardRuleContent) =>
    take(client.PUT('/api/card-rules/{id}', { ...byId(id), body })),
  endCardRule: (id: string) => take(client.DELETE('/api/card-rules/{id}', byId(id))),
  evaluateCardRules: () => take(client.POST('/api/card-rules/evaluation')),
  cards: (query: CardsQuery, cursor?: string) =>
    take(client.GET('/api/cards', { params: { query: { ...query, cursor } } })),
  card: (id: string) => take(client.GET('/api/cards/{id}', byId(id))),
  issueCard: (body: NewCard) => take(client.POST('/api/cards', { body })),
  moveCard: (id: string, move: CardMove, body: SupervisionAct) =>
    take(client.POST(`/api/cards/{id}/${move}`, { ...byId(id), body })),
  orders: (query: OrdersQuery, cursor?: string) =>
    take(client.GET('/api/orders', { params: { query: { ...query, cursor } } })),
  order: (id: string) => take(client.GET('/api/orders/{id}', byId(id))),
  issueOrder: (body: NewOrder) => take(client.POST('/api/orders', { body })),
  moveOrder: (id: string, move: OrderMove, body: SupervisionAct) =>
    take(client.POST(`/api/orders/{id}/${move}`, { ...byId(id), body })),
  savedQueries: () => take(client.GET('/api/saved-queries')),
  saveQuery: (body: NewSavedQuery) => take(client.POST('/api/saved-queries', { body })),
  deleteSavedQuery: (id: string) => take(client.DELETE('/api/saved-queries/{id}', byId(id))),
};

const auditLog = {
  searchAudit: (query: AuditSearch, cursor?: string) =>
    take(client.GET('/api/audit', { params: { query: { ...query, cursor } } })),
  auditChain: () => take(client.GET('/api/audit/chain')),
};

const inspections = {
  inspection: (id: string) => take(client.GET('/api/tasks/{id}/inspection', byId(id))),
  proposeInspection: (
    id: string,
    body: { companion: string; outcome: string; opinion?: string; form?: FormData },
  ) => take(client.POST('/api/tasks/{id}/inspection', { ...byId(id), body })),
};

const archives = {
  archives: (state?: string, cursor?: string) =>
    take(
      client.GET('/api/archives', {
        params: { query: { state: state as ArchivePackage['state'] | undefined, cursor } },
      }),
    ),
  requestArchive: (number: string) =>
    take(client.POST('/api/archives', { body: { case: number } })),
};

const byKind = (kind: string) => ({ params: { path: { kind } } });

const documents = {
  document: (id: string) => take(client.GET('/api/documents/{id}', byId(id))),
  verification: (code: string) => take(client.GET('/api/verification/{code}', byCode(code))),
  waitingDocuments: () => take(client.GET('/api/documents')),
  retrySealing: (id: string) => take(client.POST('/api/documents/{id}/sealing-retry', byId(id))),
  documentKinds: () => take(client.GET('/api/document-kinds')),
  changeDocumentSetting: (kind: string, body: { approval: boolean; approverRole: string }) =>
    take(client.PUT('/api/document-kinds/{kind}/setting', { ...byKind(kind), body })),
  documentTemplates: (kind: string) =>
    take(client.GET('/api/document-kinds/{kind}/templates', byKind(kind))),
  saveDocumentTemplate: (kind: string, body: string) =>
    take(client.PUT('/api/document-kinds/{kind}/template', { ...byKind(kind), body: { body } })),
  publishDocumentTemplate: (kind: string, effectiveFrom: string) =>
    take(
      client.POST('/api/document-kinds/{kind}/template/publication', {
        ...byKind(kind),
        body: { effectiveFrom },
      }),
    ),
  previewDocumentTemplate: (kind: string, body: string): Promise<Blob> =>
    take(
      client.POST('/api/document-kinds/{kind}/preview', {
        ...byKind(kind),
        body: { body },
        parseAs: 'blob',
      }),
    ) as unknown as Promise<Blob>,
  documentWords: (q: string) =>
    take(client.GET('/api/document-words', { params: { query: { q } } })),
  changeDocumentWord: (organisation: string, word: string) =>
    take(
      client.PUT('/api/document-words/{organisation}', {
        params: { path: { organisation } },
        body: { word },
      }),
    ),
};

const credit = {
  standing: () => take(client.GET('/api/credit')),
  askAboutCredit: (id: string, body: NewCreditRequest) =>
    take(client.POST('/api/credit/records/{id}/requests', { ...byId(id), body })),
  departmentCredit: () => take(client.GET('/api/credit/department')),
  decideCredit: (id: string, body: { grant: boolean; reason: string }) =>
    take(client.POST('/api/credit/requests/{id}/decision', { ...byId(id), body })),
};

const licences = {
  licences: () => take(client.GET('/api/licences')),
  changeLicence: (identifier: string, operation: LicenceOperation) =>
    take(
      client.POST('/api/licences/{identifier}/changes', {
        params: { path: { identifier } },
        body: { operation },
      }),
    ),
};

const windows = {
  enterAtWindow: async (body: NewEntry) =>
    (await take(client.POST('/api/window/entries', { body }))) as Draft,
  collections: (view: 'collected' | 'incoming') =>
    take(client.GET('/api/collections', { params: { query: { view } } })),
  collection: (number: string) =>
    take(client.GET('/api/cases/{number}/collection', byNumber(number))),
  forwardPapers: (number: string, note: string) =>
    take(
      client.POST('/api/cases/{number}/collection/forwarding', {
        ...byNumber(number),
        body: { note },
      }),
    ),
  receivePapers: (number: string) =>
    take(client.POST('/api/cases/{number}/collection/receipt', byNumber(number))),
};

const limits = {
  calendar: () => take(client.GET('/api/calendar')),
  missingYears: () => take(client.GET('/api/calendar/missing')),
  calendarYear: (year: number) =>
    take(client.GET('/api/calendar/{year}', { params: { path: { year } } })),
  saveCalendarDraft: (year: number, days: string) =>
    take(client.PUT('/api/calendar/{year}/draft', { params: { path: { year } }, body: { days } })),
  dropCalendarDraft: (year: number) =>
    take(client.DELETE('/api/calendar/{year}/draft', { params: { path: { year } } })),
  publishCalendar: (year: number, source: string) =>
    take(
      client.POST('/api/calendar/{year}/draft/publication', {
        params: { path: { year } },
        body: { source },
      }),
    ),
  clockRules: () => take(client.GET('/api/clock-rules')),
  publishClockRules: (type: string, body: NewRules) =>
    take(client.POST('/api/clock-rules/{type}', { params: { path: { type } }, body })),
};

const bringingOver = {
  bringingOvers: () => take(client.GET('/api/bringing-overs')),
  bringingOver: (id: string) => take(client.GET('/api/bringing-overs/{id}', byId(id))),
  bringingOverLines: (id: string, after: number) =>
    take(
      client.GET('/api/bringing-overs/{id}/lines', {
        params: { path: { id }, query: { after } },
      }),
    ),
  runBringingOver: (id: string) => take(client.POST('/api/bringing-overs/{id}/run', byId(id))),
  dropBringingOver: (id: string) => take(client.DELETE('/api/bringing-overs/{id}', byId(id))),
};

export const api = {
  ...people,
  ...items,
  ...drafts,
  ...cases,
  ...tasks,
  ...processes,
  ...decisions,
  ...benefits,
  ...interventions,
  ...supervision,
  ...auditLog,
  ...limits,
  ...bringingOver,
  ...documents,
  ...inspections,
  ...archives,
  ...credit,
  ...windows,
  ...licences,
};
