/**
 * The legal side of one run of a case: which official acts its steps are, when the law allows them,
 * and what is recorded of them. Cases opened before clocks had rules are moved, but refused nothing.
 */
import type { Command, OpenTask } from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import type { CarriedCase } from './continue-as-new-state.js';
import { CalendarError } from './clock/index.js';
import type {
  CaseCommand,
  CaseInput,
  CaseState,
  LegalAct,
  LegalColumns,
  CaseAct,
  LegalTransition,
  LegalPause,
} from './contracts/case.js';
import {
  actsOf,
  alreadyAccepted,
  alreadyRenewed,
  caseActReason,
  citation,
  clockReason,
  isFirstAct,
  legalActOf,
  legalActOfAdapter,
  legalTerms,
  TRANSITIONS,
  pauseOf,
  AFTERWARDS,
  periodEnd,
  periodsOf,
  RECEIVED,
  renewalDueAt,
  stateAtEnd,
  tryTransition,
  WITH_APPLICANT,
  type LegalTerms,
} from './law/index.js';

/** The agency's last words on what was applied for. */
const DECISIONS: ReadonlySet<LegalAct> = new Set([
  'grant',
  'deem-renewed',
  'refuse',
  'reject',
  'return',
  'forward',
]);

/** What goes with an act into its row. */
type Detail = Partial<Pick<LegalTransition, 'at' | 'by' | 'reason' | 'taskKey' | 'data'>>;

/** How the law itself answers a task, and why: what people read of it. */
export interface DeemedAct {
  outcome: 'accept' | 'grant';
  why: string;
}

const SILENT = '逾期没有告知，自收到之日起视为受理';
const EXPIRED = '许可有效期届满前没有作出决定，视为准予延续';

export class LegalSide {
  private terms: LegalTerms;
  private transitions: LegalTransition[] = [];

  constructor(
    private input: CaseInput,
    private readonly carried: CarriedCase,
    model: ProcessModel,
  ) {
    this.terms = legalTerms(input.rules, actsOf(model));
  }

  /** The case goes on under another version of its diagram, or another calendar. */
  changed(input: CaseInput, model: ProcessModel): void {
    this.input = input;
    this.terms = legalTerms(input.rules, actsOf(model));
  }

  /** Why the law does not allow this command here and now; null = it does. */
  reasonAgainst(command: CaseCommand, open: OpenTask[], at: number): string | null {
    if (command.kind === 'legal') return this.reasonAgainstActs(command, open, at);
    if (!this.input.rules || command.kind !== 'complete') return null;
    if (this.carried.law.closedByLaw.includes(command.taskKey))
      return this.answeredAlready(command);
    const act = actOf(open, command);
    return act && this.reasonAgainstAct(act, at);
  }

  /** Who comes after the law has answered. */
  private answeredAlready({ outcome }: { outcome?: string }): string {
    const { carried, terms } = this;
    if (carried.law.expiry !== 'deemed') return alreadyAccepted(carried, terms);
    return alreadyRenewed(outcome === 'refuse' ? 'refuse' : 'grant', carried, terms);
  }

  /** As `reasonAgainst`, for an act on the whole case. */
  private reasonAgainstActs(wanted: CaseAct, open: OpenTask[], at: number): string | null {
    const { input, carried, terms } = this;
    return (
      this.reasonAgainstAct(wanted.act, at) ??
      caseActReason(wanted, input, carried, terms, at, open)
    );
  }

  reasonAgainstAct(act: LegalAct, at: number): string | null {
    const tried = tryTransition(act, this.position(), this.terms);
    if (!tried.ok) {
      const late =
        this.carried.law.deemed && TRANSITIONS[act].from.some((s) => RECEIVED.includes(s));
      return late && act !== 'collect' ? alreadyAccepted(this.carried, this.terms) : cited(tried);
    }
    return clockReason(act, this.input, this.carried, this.terms, at);
  }

  /** 申报: the case is there. Of one brought over, the older system's own dates are recorded already. */
  submitted(at: number): void {
    const { law, state } = this.carried;
    law.receivedAt ??= this.input.awaitsPapers ? null : (this.input.receivedAt ?? at);
    law.examinedFrom ??= law.receivedAt;
    if (this.input.carriedFrom) return;
    const article = citation(this.terms, TRANSITIONS.submit.article);
    const on = law.receivedAt ?? at;
    this.transitions.push({
      act: 'submit',
      from: 'draft',
      to: state,
      at: on,
      by: 'applicant',
      article,
    });
    const { ways } = this.input.variables as { ways?: { promise?: boolean } };
    if (ways?.promise) this.act('promise', { at });
  }

  /** 异地代收: the papers are with who decides; the days to accept run from now (行政许可法 32). */
  papersReceived(at: number): void {
    const { law } = this.carried;
    law.receivedAt ??= at;
    law.examinedFrom ??= at;
  }

  /** What the completion of a task was in law. */
  stepped(before: OpenTask[], command: CaseCommand | undefined, at: number): void {
    if (command?.kind !== 'complete') return;
    const task = before.find(({ key }) => key === command.taskKey);
    const act = actOf(before, command);
    const { taskKey, opinion: reason } = command;
    if (act && (this.input.rules || isFirstAct(task!.act!))) {
      this.act(act, { at, taskKey, reason, ...this.dataOf(act, at) });
    }
  }

  /** What the adapters a step calls are in law. */
  called(commands: Command[], at: number): void {
    if (!this.input.rules) return;
    for (const each of commands) {
      const act = each.type === 'startActivity' ? legalActOfAdapter(each.activity.adapter) : null;
      if (act) this.act(act, { at, by: 'law' });
    }
  }

  /** 容缺受理: what is missing, and until when it is handed in; the one notice says both. */
  private dataOf(act: LegalAct, at: number): Pick<Detail, 'data'> {
    const { ways } = this.input.variables as { ways?: { missing?: string[]; within?: string } };
    if (act !== 'accept-with-gaps' || !ways?.within) return {};
    const { within, missing = [] } = ways;
    try {
      return { data: { missing, supplementUntil: periodEnd(this.input, at, within) } };
    } catch (error) {
      // 待日历: the year's working days are not published.
      if (!(error instanceof CalendarError)) throw error;
      return { data: { missing } };
    }
  }

  /** Moves the state by an act that was found to be allowed; one that is not changes nothing. */
  act(act: LegalAct, { at = 0, by, ...detail }: Detail): void {
    const { carried, terms } = this;
    this.expireWithApplicant(at);
    const tried = tryTransition(act, this.position(), terms);
    if (!tried.ok) return;
    const from = carried.state;
    const { state: to, behind } = tried.position;
    carried.state = to;
    carried.law.behind = behind;
    this.date(act, at);
    if (from === to && TRANSITIONS[act].to !== 'same') return;
    const who = by ?? TRANSITIONS[act].who;
    this.transitions.push({ act, from, to, at, by: who, article: tried.article, ...detail });
  }

  /** The diagram is done. */
  finished(at: number): void {
    const state = stateAtEnd(this.carried.state);
    this.carried.outcome ??= AFTERWARDS.includes(state) ? 'finished' : state;
    this.ended(state, state === 'lapsed' ? 'lapse' : 'finish', { at, by: 'law' });
  }

  /** An act on the whole case, which was found to be allowed. */
  actOnCase({ act, reason, data }: CaseAct, at: number): void {
    const { law } = this.carried;
    if (act === 'pause') law.pauses.push(pauseOf(data, at, citation(this.terms, 45)));
    if (act === 'resume') this.closePause(at);
    if (act === 'extend') law.extension = Number(data?.['days']);
    if (act === 'tell-hearing') law.hearing = { toldAt: at };
    if (act === 'ask-hearing') law.hearing.askedAt = at;
    if (act === 'hold-hearing') law.hearing.heldAt = at;
    this.act(act, { at, reason, data });
  }

  /** 行政许可法 32: silence has accepted it as of the day of receipt or supplement. */
  deem(at: number): void {
    const { carried } = this;
    const { law, dates } = carried;
    this.act('deem', { at, data: { asOf: law.examinedFrom } });
    dates.accepted = law.examinedFrom;
    law.deemed = true;
  }

  /** Until when a renewal must be decided, an instant; null = nothing of that kind is left. */
  renewalDueAt(): number | null {
    return renewalDueAt(this.input, this.carried);
  }

  /**
   * 行政许可法 50(2): the validity has ended and nothing is decided.
   * @param at the instant it ended
   * @returns whether it counts as granted; not while the applicant still owes corrections
   */
  deemRenewed(at: number): boolean {
    const { law, dates } = this.carried;
    this.expireWithApplicant(at);
    if (law.expiry !== undefined) return false;
    law.expiry = 'deemed';
    if (this.input.rules?.acceptance) dates.accepted ??= law.examinedFrom;
    this.closePause(at);
    this.act('deem-renewed', { at, data: { licenceEndedAt: at } });
    return true;
  }

  /** The validity has ended while corrections were owed, whether or not the timer has fired yet. */
  private expireWithApplicant(at: number): void {
    const due = this.renewalDueAt();
    const { law, state } = this.carried;
    if (due !== null && at >= due && WITH_APPLICANT.includes(state)) law.expiry = 'with-applicant';
  }

  /** A waiting task that the law itself answers; null = there is none. */
  nextDeemedAct(open: () => OpenTask[]): (DeemedAct & { task: OpenTask }) | null {
    const { law, ended } = this.carried;
    const renewed = law.expiry === 'deemed';
    if (ended || !(law.deemed || renewed)) return null;
    const why = renewed ? EXPIRED : SILENT;
    const tasks = open();
    const find = (act: string, outcome: DeemedAct['outcome']) => {
      const task = tasks.find((each) => each.act === act && takes(each, outcome));
      return task && { task, outcome, why };
    };
    return find('accept', 'accept') ?? (renewed ? find('decide', 'grant') : undefined) ?? null;
  }

  /** The case ends here, whatever its diagram still waits for. */
  ended(state: CaseState, act: LegalAct, detail: Detail & { at: number }): void {
    const { carried } = this;
    const { at, by = TRANSITIONS[act].who } = detail;
    if (state !== carried.state) {
      this.transitions.push({ act, from: carried.state, to: state, ...detail, at, by });
    }
    carried.state = state;
    this.closePause(at);
  }

  /** Ends of the periods as they are now. */
  recount(): LegalColumns {
    const { carried, input } = this;
    const periods = periodsOf(input, carried);
    carried.dueAt = periods.dueAt;
    carried.promisedDueAt = periods.promisedDueAt;
    const { law, outcome } = carried;
    return {
      receivedAt: law.receivedAt,
      pausedAt: periods.pausedAt,
      deliveredAt: law.deliveredAt,
      archivedAt: law.archivedAt,
      deliverDueAt: periods.deliverDueAt,
      acceptanceDueAt: periods.acceptanceDueAt,
      outcome,
      deemedAccepted: law.deemed,
      extensionDays: law.extension,
      calendarPending: periods.calendarPending,
    };
  }

  /** The step's transitions; each is told once. */
  take(): LegalTransition[] {
    const taken = this.transitions;
    this.transitions = [];
    return taken;
  }

  get pauses(): LegalPause[] {
    return this.carried.law.pauses;
  }

  private position() {
    return { state: this.carried.state, behind: this.carried.law.behind };
  }

  /** What an act dates beside the state. */
  private date(act: LegalAct, at: number): void {
    const { carried } = this;
    const { dates, law, state } = carried;
    if (act === 'collect') dates.collected ??= at;
    // What 预审 sent back was not received: receipt, and with it the days to accept, begin anew.
    if (act === 'submit') law.receivedAt = law.examinedFrom = at;
    if (act === 'correct') law.asked = true;
    if (act === 'supplement' && RECEIVED.includes(state)) law.examinedFrom = at;
    if (act === 'accept' || act === 'accept-with-gaps') dates.accepted = at;
    if (act === 'deliver') law.deliveredAt ??= at;
    if (act === 'archive') law.archivedAt ??= at;
    if (!DECISIONS.has(act) || dates.decided !== null) return;
    // 行政许可法 34: what can be decided on the spot is accepted and decided at once.
    const accepts = act === 'grant' || act === 'refuse' || act === 'deem-renewed';
    if (accepts && this.input.rules?.acceptance) dates.accepted ??= at;
    dates.decided = at;
    carried.outcome = state;
  }

  private closePause(at: number): void {
    for (const pause of this.carried.law.pauses) pause.to ??= at;
  }
}

const takes = ({ outcomes }: OpenTask, outcome: string): boolean =>
  outcomes.length === 0 || outcomes.some(({ id }) => id === outcome);

function actOf(
  open: OpenTask[],
  command: Extract<CaseCommand, { kind: 'complete' }>,
): LegalAct | null {
  const task = open.find(({ key }) => key === command.taskKey);
  return legalActOf(task?.act, command.outcome);
}

const cited = ({ reason, article }: { reason: string; article?: string }): string =>
  article ? `${reason.replace(/。$/, '')}（${article}）。` : reason;
