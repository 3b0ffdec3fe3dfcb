/**
 * Who passes each operation's gate, by rule: an independent statement of what the law and the
 * organisations want (decision 29, rights are of the act), not a copy of what the code says. Whoever does
 * not pass gets 401 (nobody is signed in), 403, or 404 as for what does not exist; the request changes nothing and shows nobody's data.
 */
import type { Asker, Standing } from './people.js';
import type { Whose } from './things.js';

/** Whether the asker passes, for a thing of this owner. */
export type Rule = (asker: Asker, whose: Whose) => boolean;

const signedIn: Rule = ({ account }) => account !== undefined;
const everybody: Rule = () => true;
/** Whoever handles cases: every post but the auditor's, who handles none. */
const staff: Rule = ({ role }) => role !== undefined && role !== 'auditor';
const posts =
  (...roles: string[]): Rule =>
  ({ role }) =>
    role !== undefined && roles.includes(role);

const administrator = posts('admin');
/** Supervision of their scope, and who runs the platform. */
const supervision = posts('supervisor', 'admin');

/** How an asker stands to a case; ended, it has lost what was only for the time it ran. */
function standing(asker: Asker, whose: Whose): Standing | undefined {
  if (whose === 'none') return undefined;
  if (whose === 'other') return asker.other;
  const gone: readonly (Standing | undefined)[] = ['asked', 'joint', 'window'];
  return whose === 'ended' && gone.includes(asker.own) ? undefined : asker.own;
}

/** Nobody handles for the agency what they applied for: of the desk they sit at they see what lists show. */
const atOwnDesk: Rule = ({ beside }, whose) =>
  beside === 'lead' && whose !== 'none' && whose !== 'other';

/** Whoever stands so to the case, under a post of one of the roles where they are named. */
const tied =
  (ties: readonly Standing[], roles?: readonly string[]): Rule =>
  (asker, whose) => {
    const tie = standing(asker, whose);
    if (tie === undefined || !ties.includes(tie)) return false;
    return !roles || tie === 'applicant' || tie === 'agent' || roles.includes(asker.role ?? '');
  };

const APPLICANTS = ['applicant', 'agent'] as const;
const IN_CHARGE = ['lead', 'joint'] as const;
const WATCHERS = ['supervisor', 'administrator'] as const;
const WHOLE = [...APPLICANTS, ...IN_CHARGE, 'window', ...WATCHERS] as const;
const COLLEAGUES = [...IN_CHARGE, 'window', ...WATCHERS] as const;
const PART = [...WHOLE, 'asked', 'copied'] as const;
const DESK = ['handler', 'reviewer', 'approver'] as const;

const both =
  (...rules: Rule[]): Rule =>
  (asker, whose) =>
    rules.every((rule) => rule(asker, whose));
const either =
  (...rules: Rule[]): Rule =>
  (asker, whose) =>
    rules.some((rule) => rule(asker, whose));

/** Of the person alone whose it is. */
const ownedBy =
  (owners: Partial<Record<Whose, readonly string[]>>): Rule =>
  ({ account }, whose) =>
    account !== undefined && (owners[whose] ?? []).includes(account);
const ofApplicant = ownedBy({ own: ['zhang'], other: ['li'], ended: ['zhang'] });
const ofBoth = ownedBy({
  ...{ own: ['zhang', 'zhao'], other: ['li', 'xiangman'], ended: ['zhang', 'zhao'] },
});
const ofHandler = ownedBy({
  ...{ own: ['hc-market-handler'], other: ['tieDong-market'], ended: ['hc-market-handler'] },
});
const inScope = tied(WATCHERS);

const exists: Rule = (_, whose) => whose !== 'none';
/** 海城市, where the finance and the village of this matrix are. */
const ofTheCounty: Rule = (_, whose) => whose === 'own' || whose === 'ended';

/** Whoever keeps bodies and people; a county's administrator within 海城市. */
const keepers = both(posts('admin', 'county-admin'), exists);
const keepersHere = either(both(administrator, exists), both(posts('county-admin'), ofTheCounty));

const RULES: readonly [Rule, string][] = [
  [
    everybody,
    `readHealth login loginCallback listItems listItemsInEnglish readItem readItemInEnglish verifyDocument compareDocument`,
  ],
  [
    signedIn,
    `readSession listRegions readItemForm readSituation listDrafts createDraft listCases uploadFile
     readCredit listLicences listSessions endSession listNotifications countNotifications followEvents
     listAuthorisations
     readNotifications`,
  ],

  // The case, and what hangs on it.
  [tied(PART), `readCase readCaseProgress readDiagram downloadFile`],
  [tied([...IN_CHARGE, 'window', ...WATCHERS]), `readProvinceAnswers`],
  [tied(WHOLE), `readLegalActs readDelivery readWays readCollection`],
  // An applicant sees no drafts of documents, not even that there are any.
  [both(staff, tied(COLLEAGUES)), `readDocument readDocumentPdf`],
  [tied(APPLICANTS), `withdrawCase supplementCase actInLaw:ask-hearing`],
  [tied([...APPLICANTS, ...WATCHERS]), `urgeCase`],
  [
    tied(['lead'], DESK),
    `actInLaw:pause actInLaw:resume actInLaw:tell-hearing actInLaw:hold-hearing
     actInLaw:waive-hearing actInLaw:suspend actInLaw:unsuspend actInLaw:lapse actInLaw:return askForExtension`,
  ],
  [tied(['lead'], ['reviewer', 'approver']), `actInLaw:forward`],
  [tied(['lead'], ['approver']), `actInLaw:terminate actInLaw:void`],
  [
    tied(['lead', 'window'], [...DESK, 'window']),
    `actInLaw:deliver actInLaw:archive deliverDocuments sendResult sendResults resultArrived handOutResult`,
  ],
  [tied([...APPLICANTS, ...IN_CHARGE, 'window']), `showPersonalData`],
  [tied(['window']), `forwardPapers`],
  // Forwarded to nobody yet: the body that decides takes them.
  [() => false, `receivePapers`],
  [tied([...IN_CHARGE, 'administrator']), `retrySealing retryIncident retryIncidents`],
  [tied(['administrator']), `readPlaces modifyCase askToModify publishMessage readMessage`],
  [tied([...IN_CHARGE, ...WATCHERS]), `readIncident`],
  // Beside the right to mend, one of its own.
  [tied(['administrator']), `retryIncident:variables`],
  [
    ofApplicant,
    `readDraft saveDraft deleteDraft restoreDraft readDraftSituation submitCase readCommand changeLicence
     askAboutCredit readNotification`,
  ],

  // Tasks: seen with their case, done by those on whose desk they lie.
  [both(staff, tied(COLLEAGUES)), `readTaskHistory`],
  [
    ofHandler,
    `readTask saveTaskDraft readReturns readDesks readInspection proposeInspection claimTask releaseTask
     completeTask transferTask delegateTask answerDelegation endDelegation addSignOff removeSignOff
     returnTask recallTask copyTask recallCopy claimTasks completeTasks`,
  ],
  [ofHandler, `removeInboxView removeOpinionTemplate revokeDeputy`],
  [ownedBy({ own: ['hc-health'], other: ['as-traffic'], ended: ['hc-health'] }), `readCopy`],
  [
    staff,
    `listTasks listCopies readOwnFigures listColleagues listDeputies nameDeputy listInboxViews saveInboxView
     listOpinionTemplates addOpinionTemplate listCollections listDeliveries listIncidents
     listWaitingDocuments listDepartmentCredit listCards downloadCards listOrders downloadOrders listRatings
     downloadRatings`,
  ],
  [posts('window'), `enterAtWindow recordAuthorisation`],
  // By oneself: no post authorises anybody.
  [({ account, role }) => account !== undefined && role === undefined, `authorise`],
  [ofBoth, `revokeAuthorisation`],
  [tied(['lead'], DESK), `decideCreditRequest`],

  // Supervision, within its scope; the supervised answer.
  [
    supervision,
    `readBoard readRatingFigures readSupervisedScope listSupervisedCases downloadSupervisedCases readStatistics readTrend downloadStatistics readLeague downloadLeague
     listHeatVersions readHeat downloadHeat listUnits listCardRules listSavedQueries saveQuery listQueryRecipients
     listSupervisionSettings readCalendar readMissingYears readCalendarYear listClockRules listDecisions
     listDecisionVersions readDecisionVersion listProcesses listVersions readVersion
     listForms listFormVersions readFormVersion
     readFormUsage listRetentionRemovals listCatalogue listArticles readArticle readItemSchema
     readItemHistory readItemVersion readItemOnDay readItemEntry commentOnItem`,
  ],
  [both(supervision, exists), `readMigration`],
  [
    inScope,
    `issueCard decideCards confirmCard dismissCard acceptCardAnswer returnCardAnswer revokeCard issueOrder
     acceptOrderReply returnOrderReply withdrawOrder`,
  ],
  [either(tied(['lead', ...WATCHERS]), atOwnDesk), `readCard readOrder`],
  [tied(['lead']), `answerCard replyToOrder`],
  [
    ownedBy({ own: ['hc-supervisor'], other: ['supervisor'], ended: ['hc-supervisor'] }),
    `readSavedQuery changeSavedQuery sendSavedQuery deleteSavedQuery`,
  ],

  // Money: of the county's own finance and villages; nobody approves what they made.
  [posts('admin', 'cashier', 'agent-desk'), `listBenefitLists`],
  [
    either(both(administrator, exists), both(posts('cashier', 'agent-desk'), ofTheCounty)),
    `readBenefitList`,
  ],
  [both(administrator, exists), `makeBenefitList`],
  [both(posts('cashier'), ofTheCounty), `approveBenefitList`],
  [either(both(administrator, exists), both(posts('cashier'), ofTheCounty)), `resendBenefitList`],
  [both(posts('agent-desk'), ofTheCounty), `correctBenefitLine`],

  // Running the platform.
  [posts('auditor'), `searchAudit exportAudit listAuditActs readAuditChain`],
  [posts('admin', 'archivist'), `listArchives`],
  [both(administrator, exists), `requestArchive downloadArchive`],
  [
    administrator,
    `reviewDefinition compareVersions saveCalendarDraft dropCalendarDraft previewCalendar publishCalendar addCardRule
     evaluateCardRules changeCardRule endCardRule setUrgeLimits setAppraisalPoints listBringingOvers
     checkBringingOver downloadBringingOverTemplate keepBringingOverFile listRecurringTasks
     publishClockRules lintDecisions tryDecisionXml tryDecision saveDecisionDraft dropDecisionDraft publishDecision
     saveFormDraft dropFormDraft publishForm retireForm listSearchWords setSearchWord
     removeSearchWord
     lintProcess rehearseProcess importProcess saveProcessDraft dropProcessDraft publishProcess retireProcess deleteProcess
     listAdapterBindings addAdapterBinding
     changeAdapterBinding removeAdapterBinding listTimerStarts setTimerStart throwSignal
     listDocumentKinds changeDocumentSetting listDocumentTemplates saveDocumentTemplate
     publishDocumentTemplate previewDocumentTemplate listDocumentWords changeDocumentWord
     previewMigration migrateCases setRetentionDays setListsAhead setPublication
     endSessionsOfPerson listSessionsOfPerson endSessionOfPerson saveItemDraft dropItemDraft
     publishItem changeItemStanding handInItem answerItemComment noteArticle setQuietHours listNotificationTexts
     saveNotificationText publishNotificationText listTextMessages sendTextMessage
     sendTextMessages`,
  ],
  [
    both(administrator, exists),
    `readBringingOver dropBringingOver listBringingOverLines runBringingOver`,
  ],

  // The register: whoever keeps it reads the tree; what lies beyond the border is not theirs to change.
  [
    posts('admin', 'county-admin'),
    `listOrganisations listStaff listRegisterChanges addStaff
     listAuthorities listAuthorityGaps setAuthority previewAuthority removeAuthority`,
  ],
  [keepers, `readOrganisation previewClosing`],
  [
    keepersHere,
    `changeOrganisation closeOrganisation addOrganisation addRegion changeRegion readStaff lockStaff
     unlockStaff addPost changePost endPost previewHandOver`,
  ],
  // Nothing is planned in this matrix.
  [posts('admin', 'county-admin'), `withdrawRegisterChange`],

  // Systems alone, each by its signature.
  [() => false, `noticePayment noticeDepartmentSystem noticeMessage`],
];

const BY_OPERATION = new Map(
  RULES.flatMap(([rule, names]) => names.split(/\s+/).map((name) => [name, rule] as const)),
);

/**
 * The rule of an operation; of an act of it, such as `actInLaw:deliver`, the act's own where there is one.
 * @throws Error for an operation without a rule: a new one needs its line
 */
export function ruleOf(operation: string, act?: string): Rule {
  const rule = BY_OPERATION.get(`${operation}:${act}`) ?? BY_OPERATION.get(operation);
  if (!rule) throw new Error(`no rule says who may ${operation}: add it to test/access/rules.ts`);
  return rule;
}
