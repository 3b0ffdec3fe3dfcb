/**
 * What each operation of the API writes into the audit log, and the check that it does: a session of the
 * tests' stage asks after every answered call whether the line is there.
 */
import type { DataSource } from 'typeorm';
import { VERBS } from '../../src/handling/tasks/index.js';
import type { Answer, Session } from '../../tools/session/sign-in.js';

/** A verb that goes by several names writes one of them. */
const ACTS_OF_VERBS = Object.fromEntries(
  VERBS.map(({ operation, names: [name, ...more] }) => [
    operation.id,
    `task.${more.length > 0 ? '' : name}`,
  ]),
);

/** Act, or the beginning of acts that end in `.`, which a successful changing operation writes. */
export const ACTS: Record<string, string> = {
  ...ACTS_OF_VERBS,
  acceptCardAnswer: 'card.accepted',
  acceptOrderReply: 'order.accepted',
  actInLaw: 'case.',
  addAdapterBinding: 'adapter-binding.add',
  addCardRule: 'card-rule.set',
  addOrganisation: 'organisation.add',
  addPost: 'post.add',
  addRegion: 'region.add',
  addStaff: 'person.add',
  answerCard: 'card.answered',
  approveBenefitList: 'benefit.approve',
  askAboutCredit: 'credit.',
  askForExtension: 'case.ask-extension',
  askToModify: 'second-person.ask',
  changeAdapterBinding: 'adapter-binding.change',
  changeCardRule: 'card-rule.set',
  changeDocumentSetting: 'document-setting.change',
  changeDocumentWord: 'document-word.change',
  changeLicence: 'licence.change-draft',
  changeOrganisation: 'organisation.change',
  changePost: 'post.change',
  changeRegion: 'region.change',
  changeSavedQuery: 'saved-query.change',
  checkBringingOver: 'bringing-over.check',
  choosePost: 'session.choose-post',
  claimTasks: 'task.claim',
  completeTask: 'task.',
  completeTasks: 'task.',
  confirmCard: 'card.issued',
  closeOrganisation: 'organisation.close',
  correctBenefitLine: 'benefit.correct',
  decideCreditRequest: 'credit.',
  decideCards: 'card.',
  deliverDocuments: 'document.deliver',
  dismissCard: 'card.dismissed',
  dropBringingOver: 'bringing-over.drop',
  deleteProcess: 'process.delete',
  deleteSavedQuery: 'saved-query.delete',
  dropCalendarDraft: 'calendar.drop-draft',
  dropDecisionDraft: 'decision.drop-draft',
  dropProcessDraft: 'process.drop-draft',
  dropFormDraft: 'form.drop-draft',
  endCardRule: 'card-rule.end',
  endPost: 'post.end',
  endSession: 'session.end',
  endSessionOfPerson: 'session.end',
  endSessionsOfPerson: 'session.end-all',
  enterAtWindow: 'window.enter',
  evaluateCardRules: 'card-rule.evaluate',
  forwardPapers: 'papers.forward',
  handOutResult: 'delivery.',
  issueCard: 'card.issued',
  issueOrder: 'order.issued',
  lockStaff: 'person.lock',
  logout: 'session.sign-out',
  makeBenefitList: 'benefit.list',
  migrateCases: 'process.migrate',
  modifyCase: 'case.modify',
  nameDeputy: 'deputy.name',
  actFor: 'session.act-for',
  authorise: 'authorisation.give',
  recordAuthorisation: 'authorisation.record',
  revokeAuthorisation: 'authorisation.revoke',
  proposeInspection: 'inspection.propose',
  publishCalendar: 'calendar.publish',
  publishClockRules: 'clock-rule.publish',
  publishDecision: 'decision.publish',
  publishForm: 'form.publish',
  publishDocumentTemplate: 'document-template.publish',
  publishNotificationText: 'notification-text.publish',
  changeItemStanding: 'item.',
  dropItemDraft: 'item.drop-draft',
  noteArticle: 'law-article.note',
  publishItem: 'item.publish',
  handInItem: 'item.hand-in',
  commentOnItem: 'item.comment',
  answerItemComment: 'item.answer-comment',
  saveItemDraft: 'item.save-draft',
  publishMessage: 'message.publish',
  publishProcess: 'process.publish',
  receivePapers: 'papers.receive',
  removeAdapterBinding: 'adapter-binding.remove',
  replyToOrder: 'order.replied',
  requestArchive: 'archive.request',
  resendBenefitList: 'benefit.resend',
  removeAuthority: 'authority.remove',
  resultArrived: 'delivery.',
  retryIncident: 'incident.retry',
  retryIncidents: 'incident.retry',
  retrySealing: 'document.retry',
  returnCardAnswer: 'card.returned',
  returnOrderReply: 'order.returned',
  revokeCard: 'card.revoked',
  revokeDeputy: 'deputy.revoke',
  keepBringingOverFile: 'file.upload',
  runBringingOver: 'bringing-over.run',
  sendResults: 'delivery.',
  sendResult: 'delivery.',
  setAuthority: 'authority.set',
  setAppraisalPoints: 'supervision-setting.set',
  setUrgeLimits: 'supervision-setting.set',
  setQuietHours: 'supervision-setting.set',
  setRetentionDays: 'supervision-setting.set',
  setListsAhead: 'supervision-setting.set',
  setPublication: 'supervision-setting.set',
  showPersonalData: 'case.show-personal',
  saveCalendarDraft: 'calendar.edit',
  saveDecisionDraft: 'decision.save-draft',
  saveFormDraft: 'form.save-draft',
  setSearchWord: 'search-word.set',
  removeSearchWord: 'search-word.remove',
  retireForm: 'form.retire',
  retireProcess: 'process.retire',
  saveDocumentTemplate: 'document-template.save',
  saveNotificationText: 'notification-text.save',
  sendTextMessage: 'text-message.send-again',
  sendTextMessages: 'text-message.send-all-again',
  saveProcessDraft: 'process.save-draft',
  setTimerStart: 'process.set-timer-start',
  submitCase: 'case.submit',
  supplementCase: 'case.supplement',
  throwSignal: 'signal.throw',
  uploadFile: 'file.upload',
  unlockStaff: 'person.unlock',
  urgeCase: 'case.urge',
  withdrawCase: 'case.withdraw',
  withdrawOrder: 'order.withdrawn',
  withdrawRegisterChange: 'register.withdraw',
  saveQuery: 'saved-query.save',
  sendSavedQuery: 'saved-query.send',
};

const READS = 'POST only for its body: it changes nothing';
const OWN = 'of the person’s own, seen by nobody else, and without effect on any case';

/** Operations other than GET that write no line, with why not. */
export const WITHOUT_ACT: Record<string, string> = {
  addOpinionTemplate: OWN,
  compareDocument: `${READS}; public`,
  createDraft: OWN,
  deleteDraft: OWN,
  importProcess: READS,
  lintDecisions: READS,
  lintProcess: READS,
  rehearseProcess: READS,
  noticeDepartmentSystem:
    'no person does it; the delivery of its message is audited as the system’s',
  noticeMessage: 'no person does it; the delivery of its message is audited as the system’s',
  noticePayment: 'no person does it; the delivery of its message is audited as the system’s',
  previewAuthority: READS,
  previewDocumentTemplate: READS,
  previewCalendar: READS,
  previewMigration: READS,
  readNotification: OWN,
  readNotifications: OWN,
  readCopy: 'the copy keeps itself when it was read; reading the case is a look of its own',
  readDraftSituation: READS,
  readSituation: READS,
  removeInboxView: OWN,
  removeOpinionTemplate: OWN,
  restoreDraft: OWN,
  saveDraft: OWN,
  saveInboxView: OWN,
  saveTaskDraft: OWN,
  tryDecision: READS,
  tryDecisionXml: READS,
};

/** Looks at a person's data: the line that staff leave by them. */
export const LOOKS: Record<string, string> = {
  downloadArchive: 'archive.download',
  downloadFile: 'file.read',
  listBringingOverLines: 'bringing-over.read',
  listCollections: 'list.read',
  listDeliveries: 'list.read',
  listDepartmentCredit: 'credit.read',
  listSessionsOfPerson: 'session.list',
  listTasks: 'list.read',
  readBenefitList: 'benefit.read',
  readCase: 'case.read',
  readCollection: 'case.read',
  readDelivery: 'case.read',
  readCaseProgress: 'case.read',
  readDiagram: 'case.read',
  readDocument: 'document.read',
  readDocumentPdf: 'document.read',
  readIncident: 'case.read',
  readLegalActs: 'case.read',
  readPlaces: 'case.read',
  readProvinceAnswers: 'case.read-answers',
  readTask: 'case.read',
  readWays: 'case.read',
  exportAudit: 'audit.export',
  searchAudit: 'audit.search',
};

const NOBODY = 'shows nobody’s data: what is set up, published or counted';
const NUMBERS = 'case numbers, places and days, without a name; opening one is a look';
const STAFF = 'of staff at their work, not of applicants';

/** GETs that leave no line, with why not. */
export const WITHOUT_LOOK: Record<string, string> = {
  downloadBringingOverTemplate: NOBODY,
  downloadCards: NUMBERS,
  downloadHeat: NOBODY,
  downloadOrders: NUMBERS,
  downloadRatings:
    'case numbers and what was said of the handling, without a name; opening one is a look',
  downloadSupervisedCases: NUMBERS,
  readItemEntry: NOBODY,
  readTrend: NOBODY,
  downloadLeague: NOBODY,
  downloadStatistics: NOBODY,
  listAdapterBindings: NOBODY,
  listArchives: NUMBERS,
  listAuthorities: NOBODY,
  listAuditActs: NOBODY,
  listAuthorityGaps: NOBODY,
  listBenefitLists: NOBODY,
  listBringingOvers: NOBODY,
  listArticles: NOBODY,
  listCardRules: NOBODY,
  listCatalogue: NOBODY,
  listCards: NUMBERS,
  listCases: OWN,
  listClockRules: NOBODY,
  listColleagues: STAFF,
  listCopies: NUMBERS,
  listDecisions: NOBODY,
  listDecisionVersions: NOBODY,
  listDeputies: STAFF,
  listDocumentKinds: NOBODY,
  listDocumentTemplates: NOBODY,
  listDocumentWords: NOBODY,
  listAuthorisations: OWN,
  listDrafts: OWN,
  listForms: NOBODY,
  listSearchWords: NOBODY,
  listFormVersions: NOBODY,
  listHeatVersions: NOBODY,
  listInboxViews: OWN,
  listIncidents: NUMBERS,
  listItems: NOBODY,
  listItemsInEnglish: NOBODY,
  listLicences: OWN,
  countNotifications: OWN,
  listNotifications: OWN,
  listNotificationTexts: NOBODY,
  listTextMessages: NUMBERS,
  listOpinionTemplates: OWN,
  listOrganisations: NOBODY,
  listRegisterChanges: STAFF,
  listStaff: STAFF,
  previewClosing: NOBODY,
  previewHandOver: NUMBERS,
  readOrganisation: NOBODY,
  readStaff: STAFF,
  listOrders: NUMBERS,
  listRatings:
    'case numbers and what was said of the handling, without a name; opening one is a look',
  listProcesses: NOBODY,
  listRecurringTasks: NOBODY,
  listRetentionRemovals: NOBODY,
  listRegions: NOBODY,
  listSavedQueries: STAFF,
  listQueryRecipients: STAFF,
  readSavedQuery: STAFF,
  followEvents: OWN,
  listSessions: OWN,
  listSupervisionSettings: NOBODY,
  listSupervisedCases: NUMBERS,
  listTimerStarts: 'the body on whose behalf a process starts by the clock',
  listUnits: NOBODY,
  listVersions: NOBODY,
  listWaitingDocuments: NUMBERS,
  login: OWN,
  loginCallback: OWN,
  readArticle: NOBODY,
  readAuditChain: NOBODY,
  readBoard: NOBODY,
  readBringingOver: NOBODY,
  readCalendar: NOBODY,
  readCalendarYear: NOBODY,
  readCard: NUMBERS,
  readCommand: OWN,
  readCredit: OWN,
  readDecisionVersion: NOBODY,
  readFormVersion: NOBODY,
  readFormUsage: NUMBERS,
  readDesks: STAFF,
  readDraft: OWN,
  readHealth: NOBODY,
  readHeat: NOBODY,
  readInspection: STAFF,
  readItem: NOBODY,
  readItemForm: NOBODY,
  readItemInEnglish: NOBODY,
  readItemHistory: STAFF,
  readItemOnDay: NOBODY,
  readItemSchema: NOBODY,
  readItemVersion: NOBODY,
  readLeague: NOBODY,
  readSupervisedScope: NOBODY,
  readRatingFigures: NOBODY,
  readMessage: NUMBERS,
  readMigration: NUMBERS,
  readOwnFigures: OWN,
  readMissingYears: NOBODY,
  readOrder: NUMBERS,
  readReturns: STAFF,
  readSession: OWN,
  readStatistics: NOBODY,
  readTaskHistory: STAFF,
  readVersion: NOBODY,
  reviewDefinition: NOBODY,
  compareVersions: NOBODY,
  verifyDocument: 'public: whoever holds the paper asks whether it is genuine',
};

interface Document {
  paths: Record<string, object>;
}

type Operations = Record<string, { operationId?: string } | undefined>;

/** The operation a call goes to: the template with the fewest places among those that fit. */
export function operationOf(document: Document, method: string, path: string): string | undefined {
  const [bare] = path.split('?');
  const fitting = Object.entries(document.paths).filter(([template]) =>
    new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(bare!),
  );
  fitting.sort(([one], [other]) => one.split('{').length - other.split('{').length);
  return fitting
    .map(([, methods]) => (methods as Operations)[method.toLowerCase()]?.operationId)
    .find(Boolean);
}

/** Nothing was changed: the same key again, or a list of which every line was refused. */
function changedNothing(answer: Answer): boolean {
  const items: unknown = (answer.body as { items?: unknown } | null)?.items ?? answer.body;
  return (
    Array.isArray(items) &&
    items.every((item: { state?: string; status?: string } | null) =>
      ['refused', 'failed'].includes(item?.state ?? item?.status ?? ''),
    )
  );
}

/** A look at one's own leaves no line. */
async function isOwn(dataSource: DataSource, person: string, path: string): Promise<boolean> {
  const [found] = await dataSource.query<{ own: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM cases WHERE strpos($2, number) > 0 AND $1 IN (applicant_id, agent_id))
         OR EXISTS (SELECT 1 FROM stored_file WHERE strpos($2, id::text) > 0 AND owner_person = $1) AS own`,
    [person, path],
  );
  return found!.own;
}

async function isWritten(
  dataSource: DataSource,
  { person, act, after }: { person: string; act: string; after: string },
): Promise<boolean> {
  const [found] = await dataSource.query<{ written: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM audit WHERE person_id = $1 AND id > $2 AND outcome = 'done' AND
       CASE WHEN right($3, 1) = '.' THEN starts_with(act, $3) ELSE act = $3 END) AS written`,
    [person, after, act],
  );
  return found!.written;
}

/** Lets every call of the session fail whose line in the audit log is missing. */
export async function held(
  session: Session,
  dataSource: DataSource,
  document: Document,
): Promise<Session> {
  const call = session.call.bind(session);
  const { person, post } = await session.get<{ person: { id: string }; post: unknown }>(
    '/api/session',
  );
  const keys = new Set<string>();
  const held = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> => {
    const operation = operationOf(document, method, path) ?? '';
    const key = headers['idempotency-key'];
    // Two at once are one act.
    const again = key !== undefined && keys.has(key);
    if (key) keys.add(key);
    const look = method === 'GET' ? LOOKS[operation] : undefined;
    const act = ACTS[operation] ?? look;
    // A look again within five minutes adds no line.
    const [last] = await dataSource.query<{ id: string }[]>(
      `SELECT coalesce(max(id), 0)::text AS id FROM audit ${look ? `WHERE at < now() - interval '5 minutes'` : ''}`,
    );
    const answer = await call<T>(method, path, body, headers);
    if (key && answer.status >= 400) keys.delete(key);
    if (answer.status >= 400 || act === undefined || again) return answer;
    if (look ? !post || (await isOwn(dataSource, person.id, path)) : changedNothing(answer))
      return answer;
    if (await isWritten(dataSource, { person: person.id, act, after: last!.id })) return answer;
    throw new Error(`${session.account}: ${method} ${path} left no line ${act} in the audit log`);
  };
  session.call = held as Session['call'];
  return session;
}
