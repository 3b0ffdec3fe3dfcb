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
  CaseResult,
  CaseState,
  LegalAct,
  LegalColumns,
  CaseAct,
  LegalTransition,
  LegalPause,
} from './contracts/case.js';
import { dateAct, recount } from './legal-dates.js';
import {
  actOf,
  positionOf,
  reasonAgainst,
  reasonAgainstAct,
  type LegalStanding,
} from './legal-reasons.js';
import {
  actsOf,
  citation,
  hearsAndFollows,
  outcomeAbove,
  isFirstAct,
  legalActOfAdapter,
  legalTerms,
  TRANSITIONS,
  pauseOf,
  AFTERWARDS,
  periodEnd,
  renewalDueAt,
  stateAtEnd,
  tryTransition,
  WITH_APPLICANT,
  type LegalTerms,
} from './law/index.js';

/** What goes with an act into its row. */
type Detail = Partial<
  Pick<LegalTransition, 'at' | 'by' | 'reason' | 'taskKey' | 'data' | 'article'>
>;

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
    return reasonAgainst(command, open, at, this.standing());
  }

  /** As `reasonAgainst`, for one act. */
  reasonAgainstAct(act: LegalAct, at: number): string | null {
    return reasonAgainstAct(act, at, this.standing());
  }

  /** 申报: the case is there. Of one brought over, the older system's own dates are recorded already. */
  submitted(at: number): void {
    const { law, state } = this.carried;
    law.receivedAt ??= this.input.awaitsPapers ? null : (this.input.receivedAt ?? at);
    law.examinedFrom ??= law.receivedAt;
    if (this.input.carriedFrom) return;
    const article = citation(this.terms, 'submit');
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
    if (act === 'forward' && hearsAndFollows(this.input))
      return this.sentUp({ at, taskKey, reason });
    if (act && (this.input.rules || isFirstAct(task!.act!))) {
      this.act(act, { at, taskKey, reason, ...this.dataOf(act, at) });
    }
  }

  /** What the adapters a step calls are in law. */
  called(commands: Command[], at: number): void {
    if (!this.input.rules) return;
    for (const each of commands) {
      const act = each.type === 'startActivity' ? legalActOfAdapter(each.activity.adapter) : null;
      if (act) this.act(act, { at, by: 'law', ...reasonOf(act, each) });
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
    const tried = tryTransition(act, positionOf(this.carried), terms);
    if (!tried.ok) return;
    const from = carried.state;
    const { state: to, behind } = tried.position;
    carried.state = to;
    carried.law.behind = behind;
    dateAct(act, at, { carried, rules: this.input.rules });
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
    if (act === 'pause') law.pauses.push(pauseOf(data, at, citation(this.terms, 'pause')));
    if (act === 'resume') this.closePause(at);
    if (act === 'extend') law.extension = Number(data?.['days']);
    if (act === 'tell-hearing') law.hearing = { toldAt: at };
    if (act === 'ask-hearing') law.hearing.askedAt = at;
    if (act === 'hold-hearing') law.hearing.heldAt = at;
    if (act === 'waive-hearing') law.hearing.waivedAt = at;
    this.act(act, { at, reason, data });
  }

  /** 转报 (行政许可法 43): nothing is done here any more until the level above has decided. */
  sentUp({ at, ...detail }: Detail & { at: number }): void {
    const { carried } = this;
    const { state: from, law } = carried;
    this.closePause(at);
    Object.assign(law, { forwarded: at, behind: from });
    carried.state = 'forwarded';
    const article = citation(this.terms, 'forward');
    const to = carried.state;
    this.transitions.push({ act: 'forward', from, to, at, by: 'agency', article, ...detail });
  }

  /** What became of the case above is what becomes of this one; its own word was sending it up. */
  decidedAbove(result: CaseResult, at: number): void {
    const { carried } = this;
    const { state, outcome } = outcomeAbove(result);
    carried.outcome = outcome;
    carried.dates.decided = carried.law.forwarded ?? at;
    const data = { above: result.caseNumber, outcome };
    const article = citation(this.terms, 'forward');
    this.ended(state, 'finish', { at, by: 'law', article, data });
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
    return recount(this.input, this.carried);
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

  private standing(): LegalStanding {
    const { input, carried, terms } = this;
    return { input, carried, terms };
  }

  private closePause(at: number): void {
    for (const pause of this.carried.law.pauses) pause.to ??= at;
  }
}

/** Why the diagram sends papers back: 退件 states it, and its paper quotes it. */
function reasonOf(act: LegalAct, command: Command): Pick<Detail, 'reason'> {
  if (act !== 'return' || command.type !== 'startActivity') return {};
  const { reason } = (command.activity.input ?? {}) as { reason?: unknown };
  return typeof reason === 'string' && reason !== '' ? { reason } : {};
}
