/** One run of a case: what people, other cases and operators do to it, each a step. */
import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';
import { position, type Command } from '../bpmn/engine/index.js';
import { isAwaited, reasonAgainst } from './case-commands.js';
import { eventOf } from './command-events.js';
import { PAPERS_RECEIVED } from './contracts/case.js';
import type {
  CarriedFrom,
  CaseAnswer,
  CaseCommand,
  CaseInput,
  CasePosition,
  CaseResult,
  CaseState,
  Cause,
  ChildEnded,
  DeliveredSignal,
  LegalAct,
} from './contracts/case.js';
import { ABOVE, hearsAndFollows, isDecided, notSentUp, TRANSITIONS } from './law/index.js';
import { migrateCase, type Migrate } from './migrate-case.js';
import { actOf, isSentUp } from './legal-reasons.js';
import { local } from './local-activities.js';
import { KeptAnswers } from './kept-answers.js';
import { now } from './now.js';
import { childOutcome, childVariables } from './child-cases.js';
import type { UntimedEvent } from './coming-back.js';
import { refusal, refusedAt } from './refusal.js';
import { caseAbove } from './sending-up.js';
import { type CarriedCase, type Message } from './continue-as-new-state.js';
import { startAtElements } from './start-at-elements.js';
import { answerOf, positionOf, resultOf } from './query-results.js';
import { CaseSteps } from './case-steps.js';

/** Nothing of the diagram is begun again while the level above decides. */
const NOTHING = { activities: [], timers: [] };

export class CaseRun extends CaseSteps {
  private readonly answers: KeptAnswers;
  /** It runs on another version than it began with: it continues as new on that one. */
  migrated = false;
  /** No new events: the run is about to continue as new. */
  draining = false;

  constructor(input: CaseInput, carried: CarriedCase | undefined) {
    super(input, carried);
    this.answers = new KeptAnswers(this.carried.answers);
  }

  /** The level above decides. */
  private get sentUp(): boolean {
    return isSentUp(this.carried);
  }

  start(): Promise<CaseAnswer> {
    const { variables, startedBy, carriedFrom } = this.input;
    if (carriedFrom?.elements.length) return this.events.add(() => this.takeOver(carriedFrom));
    return this.events.add(() => this.apply({ type: 'start', variables, ...startedBy }, 'start'));
  }

  restore(): void {
    const open = position(this.model, this.carried.engine);
    this.executor.restore(this.sentUp ? { ...NOTHING, children: [caseAbove(this.input)] } : open);
    this.silence.plan(this.legal.recount().acceptanceDueAt);
    this.expiry.plan(this.legal.renewalDueAt());
    // Told again, those that were still opening when the run before this one ended.
    const { withdrawing } = this.carried;
    const withdrawn = this.sentUp ? [{ occurrence: ABOVE }] : open.children;
    if (withdrawing !== null) this.executor.withdrawChildren(withdrawn, withdrawing);
    if (this.carried.rebuilt) void this.goOn();
  }

  /** What follows a recorded step by itself, and was lost with the run that recorded it. */
  private async goOn(): Promise<void> {
    await this.events.add(async () => void (this.ended || (await this.deliverEarly())));
    await this.endWhenAllWithdrew();
  }

  /** Refuses what the engine's present state does not allow; reads only. */
  validate(command: CaseCommand): void {
    if (this.answers.has(command.id) || this.delivered.has(command.id)) return;
    if (this.draining) throw refusal('busy');
    if (command.kind === 'start') return;
    if (this.ended) throw refusal('already-ended');
    try {
      this.refuse(command);
    } catch (error) {
      throw error instanceof ApplicationFailure ? refusedAt(this.carried.step, error) : error;
    }
  }

  /** @throws ApplicationFailure when the diagram or the law does not allow it where the case stands */
  private refuse(command: CaseCommand): void {
    const open = position(this.model, this.carried.engine);
    const sentence = this.legal.reasonAgainst(command, open.tasks, now());
    if (sentence) throw refusal('illegal-move', sentence);
    const awaits = this.sentUp ? { ...open, subscriptions: [] } : open;
    const code = reasonAgainst(command, awaits, this.carried.state);
    if (code) throw refusal(code);
  }

  /** Applies a command once; a repeat gets the first answer. */
  command(command: Exclude<CaseCommand, { kind: 'start' }>): Promise<CaseAnswer> {
    return this.events.add(async () => {
      const known = this.answers.get(command.id);
      if (known) return known;
      if (this.delivered.has(command.id)) return this.standing();
      if (this.ended) throw refusal('already-ended');
      // What came before it in the queue may have changed what is open.
      this.refuse(command);
      if (this.sendsUp(command)) await this.openAbove();
      const answer = await this.applyCommand(command);
      this.answers.keep(command.id, answer);
      return answer;
    });
  }

  private sendsUp(command: CaseCommand): boolean {
    if (!hearsAndFollows(this.input)) return false;
    if (command.kind === 'legal') return command.act === 'forward';
    const { tasks } = position(this.model, this.carried.engine);
    return command.kind === 'complete' && actOf(tasks, command) === 'forward';
  }

  /** The case above is there before anything says that ours was sent up; it begins with the step. */
  private async openAbove(): Promise<void> {
    const parent = this.input.caseNumber;
    const { name: _, ...child } = caseAbove(this.input);
    try {
      await local.openChild({ parent, ...child });
    } catch (error) {
      // A local activity's own failure comes bare or wrapped.
      const why = error instanceof ActivityFailure ? error.cause : error;
      if (!(why instanceof ApplicationFailure)) throw error;
      throw refusal('illegal-move', notSentUp(why.message));
    }
  }

  private async applyCommand(
    command: Exclude<CaseCommand, { kind: 'start' }>,
  ): Promise<CaseAnswer> {
    const cause = `command:${command.id}`;
    this.executor.history.stepNotKnown();
    if (command.kind === 'withdraw') return this.withdraw(command.reason, cause, command);
    if (command.kind === 'message') return this.message(command, cause, command);
    if (command.kind === 'migrate') return this.migrate(command, cause);
    if (command.kind === 'legal') return this.actOnCase(command, cause);
    const wanted = eventOf(command);
    const answer = await this.apply(wanted.event, wanted.cause, command);
    if (command.kind === 'deliver') this.delivered.add(command.id);
    return answer;
  }

  /** To another version: all of it, or nothing has changed. */
  private migrate(command: Migrate, cause: Cause): Promise<CaseAnswer> {
    const at = now();
    const { model, state, commands } = migrateCase(
      command,
      this.model,
      this.carried,
      this.clock,
      at,
    );
    this.model = model;
    this.carried.engine = state;
    this.input = { ...this.input, model: { $model: command.model.$model } };
    this.legal.changed(this.input, model);
    this.migrated = true;
    return this.commit(commands, cause, at, command);
  }

  /** An act on the whole case; some end it, whatever its diagram waits for. */
  private actOnCase(command: Extract<CaseCommand, { kind: 'legal' }>, cause: Cause) {
    const { ends, to } = TRANSITIONS[command.act];
    if (command.act === 'forward' && hearsAndFollows(this.input)) {
      const at = now();
      const { reason, data } = command;
      this.legal.sentUp({ at, reason, data });
      return this.sendUp([], cause, at, command);
    }
    if (ends) return this.endEarly(command.act, to as CaseState, cause, command, command.reason);
    const at = now();
    this.legal.actOnCase(command, at);
    return this.commit([], cause, at, command);
  }

  /** A case of an older system goes on at the given elements instead of the diagram's beginning. */
  private takeOver({ elements }: CarriedFrom): Promise<CaseAnswer> {
    const at = now();
    const { variables } = this.input;
    const { state, commands } = startAtElements(
      this.model,
      this.carried.engine,
      { variables, elements, at },
      this.clock,
    );
    this.carried.engine = state;
    this.legal.submitted(at);
    return this.commit(commands, 'start', at);
  }

  /** A signal thrown elsewhere; who waited for it then and has gone on does not take it. */
  signal(signal: DeliveredSignal): Promise<unknown> {
    const { id, name, variables, subscriptions, confined } = signal;
    return this.events.add(async () => {
      if (this.atRest || this.delivered.has(id)) return;
      // Not noted as come: of a step that was lost the case may hear of it too early.
      if (!this.subscriptions().some((open) => subscriptions.includes(open.id))) return;
      this.delivered.add(id);
      const event = { type: 'signalReceived' as const, name, variables };
      await this.apply({ ...event, ...(confined && { confined }) }, `signal:${id}`);
    });
  }

  /** A child told how it ended. */
  childEnded({ occurrence, result }: ChildEnded): Promise<unknown> {
    if (occurrence === ABOVE) return this.events.add(() => this.decidedAbove(result));
    const event: UntimedEvent = { type: 'childDone', occurrence, result: childVariables(result) };
    return this.happen(event, `child:${occurrence}`).then(() => this.endWhenAllWithdrew());
  }

  /** The level above has decided: the case here ends by its outcome. */
  private async decidedAbove(result: CaseResult): Promise<void> {
    if (!this.sentUp) return;
    const at = now();
    this.legal.decidedAbove(result, at);
    this.carried.ended = true;
    await this.commit([], `child:${ABOVE}`, at);
  }

  /** The case above was ended from outside. */
  protected override failedAbove(): Promise<void> {
    const caseNumber = this.executor.children.get(ABOVE)!;
    return this.decidedAbove({ caseNumber, state: 'terminated', outcome: 'terminated' });
  }

  /** The parent was withdrawn; what is decided stays. */
  parentWithdrawn(reason: string): Promise<unknown> {
    return this.events.add(async () => {
      if (this.ended || (isDecided(this.carried.state) && !this.sentUp)) return;
      await this.withdraw(reason, 'parent-withdrawn');
    });
  }

  /** Ends the case from outside (workflow cancelled by an operator): 终止. */
  terminate(): Promise<unknown> {
    return this.events.add(async () => {
      if (!this.ended) await this.endEarly('terminate', 'terminated', 'cancelled');
    });
  }

  position(): CasePosition {
    return positionOf(this.input.caseNumber, this.model, this.carried);
  }

  /** Where the case stands, for who repeats what was answered long ago. */
  standing(): CaseAnswer {
    return answerOf(this.position());
  }

  result(): CaseResult {
    return resultOf(this.input.caseNumber, this.carried);
  }

  /** What the next run begins with; the model by its hash only. */
  nextInput(): CaseInput {
    return { ...this.input, model: { $model: this.input.model.$model } };
  }

  carry(): CarriedCase {
    return {
      ...this.carried,
      rebuilt: undefined,
      answers: this.answers.list(),
      seen: this.delivered.list(),
      children: [...this.executor.children],
    };
  }

  /** A message nobody waits for yet is kept: a payment may be noticed before the diagram asks. */
  private message(
    { name, key, variables }: Message,
    cause: Cause,
    command: CaseCommand,
  ): Promise<CaseAnswer> {
    if (name === PAPERS_RECEIVED) {
      const at = now();
      this.legal.papersReceived(at);
      return this.commit([], cause, at, command);
    }
    if (isAwaited(this.subscriptions(), name, key)) {
      return this.apply({ type: 'messageReceived', name, key, variables }, cause, command);
    }
    this.carried.early.push({ name, key, variables });
    return this.commit([], cause, now(), command);
  }

  /** With children at work only they are withdrawn, the decided ones go on; else the case ends. */
  private async withdraw(reason: string, cause: Cause, command?: CaseCommand): Promise<CaseAnswer> {
    const { children } = this.sentUp
      ? { children: [{ occurrence: ABOVE }] }
      : position(this.model, this.carried.engine);
    if (children.length === 0)
      return this.endEarly('withdraw', 'withdrawn', cause, command, reason);
    this.carried.withdrawing = reason;
    const answer = await this.commit([], cause, now(), command);
    this.executor.withdrawChildren(children, reason);
    return answer;
  }

  /** Once every child of a withdrawn matter is withdrawn, nothing is left to hand over. */
  private endWhenAllWithdrew(): Promise<unknown> {
    return this.events.add(async () => {
      if (this.atRest || this.carried.withdrawing === null) return;
      const { children, variables } = position(this.model, this.carried.engine);
      const outcomes = Object.values(variables).flatMap(childOutcome);
      if (children.length === 0 && outcomes.every((outcome) => outcome === 'withdrawn')) {
        await this.endEarly('withdraw', 'withdrawn', 'all-children-withdrawn');
      }
    });
  }

  private async endEarly(
    act: LegalAct,
    state: CaseState,
    cause: Cause,
    command?: CaseCommand,
    reason?: string,
  ): Promise<CaseAnswer> {
    const at = now();
    const { tasks } = this.position();
    this.carried.outcome = state;
    this.legal.ended(state, act, { at, reason });
    this.carried.ended = true;
    const closed: Command[] = tasks.map(({ key }) => ({
      type: 'closeTask',
      key,
      reason: 'cancelled',
    }));
    return this.commit(closed, cause, at, command);
  }
}
