/** Each operation of the OpenAPI as a request of the right shape about a given thing. */
import { numbers, Values, type Schema } from '../fuzz/values.js';
import type { Things } from './things.js';

interface Content {
  content?: Record<string, { schema?: Schema }>;
}
interface Described {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: Content;
}
export interface Document {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

export interface Operation extends Described {
  method: string;
  path: string;
  /** Names a thing that belongs to somebody. */
  about: boolean;
}

export interface Asked {
  method: string;
  path: string;
  /** What is asked for, where an operation has several acts. */
  act?: string;
  body?: object;
}

/** Beginning of a path → what its last place names; the longest counts. */
const NAMED: Readonly<Record<string, string>> = {
  '/api/definitions/{kind}/{key}': 'process',
  '/api/benefits/lists/{id}': 'benefitList',
  '/api/benefits/lines/{id}': 'benefitLine',
  '/api/cards/{id}': 'card',
  '/api/orders/{id}': 'order',
  '/api/saved-queries/{id}': 'query',
  '/api/bringing-overs/{id}': 'bringingOver',
  '/api/credit/records/{id}': 'credit',
  '/api/credit/requests/{id}': 'creditRequest',
  '/api/commands/{id}': 'command',
  '/api/messages/{id}': 'message',
  '/api/incidents/{id}': 'incident',
  '/api/archives/{id}': 'archive',
  '/api/files/{id}': 'file',
  '/api/licences/{identifier}': 'licence',
  '/api/documents/{id}': 'document',
  '/api/cases/{number}': 'case',
  '/api/drafts/{id}': 'draft',
  '/api/authorisations/{id}': 'authorisation',
  '/api/tasks/{id}': 'task',
  '/api/process-migrations/{id}': 'migration',
  '/api/task-copies/{id}': 'copy',
  '/api/notifications/{id}': 'notification',
  '/api/deputies/{id}': 'deputy',
  '/api/inbox-views/{id}': 'view',
  '/api/opinion-templates/{id}': 'opinion',
  '/api/organisations/{organisation}': 'organisation',
  '/api/staff/{person}': 'staff',
  '/api/posts/{post}': 'post',
};

const NOTHING_THERE = '7d5f2f6e-34d1-4c0e-8a55-5b6b3c3a0f11';

/** Places of what belongs to nobody. */
const COMMON: Readonly<Record<string, string>> = {
  day: '2036-01-01',
  session: '00000000-0000-4000-8000-000000000000',
  comment: '00000000-0000-4000-8000-000000000000',
  ...{ year: '2026', type: '01', code: '210125001000', version: '1', id: 'food-licence' },
  ...{
    element: 'start',
    process: 'food-licence',
    kind: 'process',
    occasion: 'accepted',
    organisation: 'o-210381-market',
  },
};
const BY_OPERATION: Readonly<Record<string, Record<string, string>>> = {
  changeRegion: { code: '210381003' },
  withdrawRegisterChange: { id: NOTHING_THERE },
  endSession: { id: NOTHING_THERE },
  sendTextMessage: { id: NOTHING_THERE },
  ...Object.fromEntries(
    [
      'changeDocumentSetting',
      'listDocumentTemplates',
      'saveDocumentTemplate',
      'publishDocumentTemplate',
      'previewDocumentTemplate',
    ].map((operation) => [operation, { kind: 'acceptance-notice' }]),
  ),
  ...Object.fromEntries(
    ['changeCardRule', 'endCardRule'].map((operation) => [operation, { id: 'none' }]),
  ),
  ...Object.fromEntries(
    ['changeAdapterBinding', 'removeAdapterBinding'].map((operation) => [operation, { id: '9' }]),
  ),
  ...Object.fromEntries(
    [
      'listDecisionVersions',
      'readDecisionVersion',
      'tryDecision',
      'saveDecisionDraft',
      'publishDecision',
      'listFormVersions',
      'readFormVersion',
      'readFormUsage',
      'saveFormDraft',
      'dropFormDraft',
      'publishForm',
      'retireForm',
    ].map((operation) => [operation, { id: 'none' }]),
  ),
};

const DAYS = '1'.repeat(365);
const RULE = {
  ...{
    name: '规则',
    condition: 'promised-near',
    threshold: 2,
    colour: 'yellow',
    issue: 'proposal',
  },
  ...{ answerDays: 3, ladder: [], validFrom: '2036-01-01' },
};
const CLOCK = {
  ...{ law: '行政许可法', acceptance: { within: '5wd' }, extension: { upTo: '10wd', by: 'head' } },
  ...{ pauses: ['supplement'], delivery: '10wd', warn: 3 },
};

const AUTHORITY_KEY = {
  ...{ item: '210125001000', area: '210381', replacesLine: 'market', replacesLevel: 'county' },
};
const AUTHORITY = { ...AUTHORITY_KEY, organisation: 'o-210381-approval' };

const AUTHORISATION = {
  agent: { idNumber: '21039919920118006X', name: '王雅静' },
  ...{ from: '2036-01-01', to: '2036-01-31', signedName: '王雅静' },
};

/** Bodies of which the schema alone does not make one that means something. */
const BODIES: Readonly<Record<string, (things: Things) => object[]>> = {
  saveCalendarDraft: () => [{ days: DAYS }],
  correctBenefitLine: () => [{ account: '6217990000000012345' }],
  makeBenefitList: ({ region }) => [{ item: '210511001000', month: '2026-11', region }],
  issueCard: ({ case: caseNumber, organisation }) => [
    { colour: 'yellow', caseNumber, department: organisation, reason: '超期', answerDays: 3 },
  ],
  decideCards: ({ card }) => [{ cards: [card ?? NOTHING], decision: 'confirm', text: '情况说明' }],
  issueOrder: ({ case: caseNumber, organisation }) => [
    {
      ...{ title: '督办件', text: '请说明情况', department: organisation, caseNumber },
      deadline: '2036-01-01T00:00:00+08:00',
    },
  ],
  saveItemDraft: () => [{ item: { name: '食品经营许可（改）' } }],
  noteArticle: () => [
    {
      ...{ law: '消防法', article: '第十五条', rank: 'law', text: '条文', source: '主席令' },
      validFrom: '2036-01-01',
    },
  ],
  publishItem: () => [{ effectiveFrom: '2036-01-01' }],
  changeItemStanding: () => [{ act: 'suspend', validFrom: '2036-01-01', reason: '系统升级' }],
  createDraft: () => [{ item: '210125001000', region: '210381003' }],
  readSituation: () => [{ region: '210381003', form: {} }],
  saveDraft: () => [{ form: {}, materials: {} }],
  authorise: () => [AUTHORISATION],
  recordAuthorisation: () => [
    {
      ...AUTHORISATION,
      ...{ principal: { kind: 'natural', ...AUTHORISATION.agent }, paper: NOTHING_THERE },
    },
  ],
  readDraftSituation: () => [{ form: {}, materials: {} }],
  enterAtWindow: () => [
    {
      ...{ item: '210125001000', region: '210381003', kind: 'natural', name: '王雅静' },
      idNumber: '21039919920118006X',
    },
  ],
  requestArchive: ({ case: number }) => [{ case: number }],
  ...Object.fromEntries(
    [
      ...['answerCard', 'confirmCard', 'dismissCard', 'acceptCardAnswer', 'returnCardAnswer'],
      ...['revokeCard', 'replyToOrder', 'acceptOrderReply', 'returnOrderReply', 'withdrawOrder'],
    ].map((operation) => [operation, () => [{ text: '情况说明' }]]),
  ),
  askToModify: () => [{ cancel: ['x'], reason: '试试' }],
  setQuietHours: () => [{ quietFrom: 21, quietTo: 8, validFrom: '2036-01-01' }],
  setRetentionDays: () => [
    { draftDays: 90, handedInDraftDays: 30, fileDays: 30, answerDays: 7, validFrom: '2036-01-01' },
  ],
  setListsAhead: () => [{ monthsAhead: 0, validFrom: '2036-01-01' }],
  setPublication: () => [{ secondPerson: ['process'], validFrom: '2036-01-01' }],
  addCardRule: () => [RULE],
  changeCardRule: () => [RULE],
  setUrgeLimits: () => [{ applicantHours: 24, supervisorHours: 24, validFrom: '2036-01-01' }],
  setAppraisalPoints: () => [
    {
      ...{ promised: 25, statutory: 25, compression: 25, firstTime: 25, warning: 1, yellow: 2 },
      ...{ red: 3, validFrom: '2036-01-01' },
    },
  ],
  publishClockRules: () => [{ validFrom: '2036-01-01', source: '国务院令第1号', rules: CLOCK }],
  publishMessage: ({ case: caseNumber }) => [
    { name: 'go', caseNumber, variables: { decide: 'granted' } },
  ],
  claimTasks: ({ task }) => [{ ids: [task] }],
  completeTasks: ({ task }) => [{ ids: [task], outcome: 'grant', opinion: '同意' }],
  completeTask: () => [{ outcome: 'grant', opinion: '同意', form: {} }],
  retryIncidents: ({ incident }) => [{ ids: [incident] }],
  retryIncident: () => [{}, { variables: { extra: 1 }, reason: '补上' }],
  submitCase: ({ draft }) => [{ draft: draft ?? NOTHING }],
  recallCopy: ({ copy }) => [{ copy: copy ?? NOTHING }],
  deliverDocuments: () => [{ way: 'window', receiver: '张晓梅' }],
  sendResults: ({ case: number }) => [
    { cases: [number ?? NOTHING], courier: '顺丰', trackingNumber: 'SF1234567890' },
  ],
  handOutResult: () => [{ receiver: '张晓梅', paperKind: 'id-card' }],
  actInLaw: () =>
    [
      ...['pause', 'resume', 'tell-hearing', 'ask-hearing', 'hold-hearing', 'waive-hearing'],
      ...[
        'suspend',
        'unsuspend',
        'lapse',
        'return',
        'forward',
        'terminate',
        'deliver',
        'archive',
        'void',
      ],
    ].map((act) => ({
      ...{ act, reason: '依法办理' },
      ...(act === 'tell-hearing' && { data: { hearingOn: '2036-12-01' } }),
    })),
  askForExtension: () => [{ days: 3, reason: '案情复杂' }],
  modifyCase: () => [{ cancel: ['x'], reason: '试试' }],
  setTimerStart: () => [{ region: '210381003', applicant: 'p-zhang' }],
  saveQuery: () => [{ name: '查询', page: 'board', query: '?by=line' }],
  changeSavedQuery: () => [{ name: '改名' }],
  sendSavedQuery: () => [{ person: 'p-market-supervisor' }],
  nameDeputy: () => [{ deputy: 'p-xt-market3', from: '2036-01-01', to: '2036-01-02' }],
  changeDocumentWord: () => [{ word: '海市监' }],
  saveView: () => [{ name: '视图', query: {} }],
  addAdapterBinding: () => [{ adapter: 'notify', kind: 'topic', name: 'access-matrix' }],
  addOrganisation: () => [
    {
      ...{ name: '海城市试设局', kind: 'department', level: 'county', line: 'trial' },
      ...{ region: '210381', parent: 'o-210381' },
    },
  ],
  addRegion: () => [{ code: '210381998', name: '试设镇', level: 'township', parent: '210381' }],
  changeRegion: () => [{ name: '响堂街道' }],
  changeOrganisation: () => [{}],
  setAuthority: () => [AUTHORITY],
  previewAuthority: () => [AUTHORITY],
  removeAuthority: () => [AUTHORITY_KEY],
  addStaff: () => [{ name: '王试', idNumber: '11010519491231002X' }],
  addPost: ({ organisation }) => [
    { organisation: organisation ?? 'none', role: 'window', title: '窗口' },
  ],
  ...Object.fromEntries(
    ['lockStaff', 'unlockStaff', 'endPost'].map((operation) => [
      operation,
      () => [{ reason: '试' }],
    ]),
  ),
  choosePost: () => [{ post: 'post-hc-market-handler-1' }],
  noticePayment: ({ case: caseNumber }) => [
    {
      ...{ noticeId: NOTHING, caseNumber, orderNo: 'none', amountCents: 1, state: 'paid' },
      paidAt: '2026-11-29T08:00:00+08:00',
    },
  ],
};

/** Of no row. */
export const NOTHING = '7d5f2f6e-34d1-4c0e-8a55-5b6b3c3a0f11';

/** Of queries. */
const QUERY: Readonly<Record<string, string>> = {
  before: '1',
  after: '1',
  ...{ from: '2026-01-01', to: '2026-12-31', process: 'food-licence', version: '1' },
  replaces: NOTHING,
};

export function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      ...{ method: method.toUpperCase(), path },
      about: kindOf(path) !== undefined || operation.operationId in ABOUT,
    })),
  );
}

/** Operations that name somebody's thing in their body. */
const ABOUT: Readonly<Record<string, true>> = {
  ...{
    issueCard: true,
    decideCards: true,
    issueOrder: true,
    requestArchive: true,
    publishMessage: true,
  },
  ...{ claimTasks: true, completeTasks: true, retryIncidents: true, submitCase: true },
  ...{ makeBenefitList: true, noticePayment: true, sendResults: true },
};

const kindOf = (path: string): string | undefined =>
  Object.entries(NAMED)
    .filter(([start]) => path.startsWith(start))
    .map(([, kind]) => kind)
    .find((kind) => kind !== 'process');

const actOf = (body: object): Pick<Asked, 'act'> => {
  if ('act' in body) return { act: String(body.act) };
  return 'variables' in body ? { act: 'variables' } : {};
};

/** The requests of an operation about these things, several where its body names an act. */
export function requestsOf(
  { components }: Document,
  operation: Operation,
  things: Things,
): Asked[] {
  const { operationId, parameters = [], requestBody, method } = operation;
  const kind = kindOf(operation.path);
  const values = new Values(numbers(1), components.schemas, 0);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const own = BY_OPERATION[operationId]?.[name];
    const thing = kind === undefined ? undefined : (things[kind] ?? NOTHING);
    return encodeURIComponent(own ?? thing ?? COMMON[name] ?? 'none');
  });
  const needed = parameters.filter((one) => one.in === 'query' && one.required);
  const query = new URLSearchParams(
    needed.map(({ name, schema }): [string, string] => [
      name,
      String(schema?.enum?.[0] ?? QUERY[name] ?? 'none'),
    ]),
  );
  const address = query.size > 0 ? `${path}?${query}` : path;
  const schema = requestBody?.content?.['application/json']?.schema;
  if (!schema) return [{ method, path: address }];
  const bodies = BODIES[operationId]?.(things) ?? [values.of(schema) as object];
  return bodies.map((body) => ({ method, path: address, body, ...actOf(body) }));
}
