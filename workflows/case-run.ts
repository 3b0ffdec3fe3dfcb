/**
 * One run of a case: engine state, legal state and step counter, moved by one event after another.
 * Every event and its `record` are finished before the next is applied (decision 5).
 */
import { CancellationScope, upsertSearchAttributes } from '@temporalio/workflow';
import {
  EventRefused,
  position,
  type Clock,
  type Command,
  type Event,
  type OpenTask,
  type Subscription,
} from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import { caseClock } from './clock/index.js';
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
  FrozenCalendar,
  LegalAct,
} from './contracts/case.js';
import { isDecided, MOVES } from './law/index.js';
import { LegalSide } from './legal-side.js';
import { LegalTimer } from './legal-timer.js';
import { moved, type Migrate } from './moved.js';
import { now } from './now.js';
import { Outside, childOutcome, childVariables, local, type UntimedEvent } from './outside.js';
import { recordedStep } from './recorded-step.js';
import { refusal } from './refusal.js';
import { caseState } from './search-attributes.js';
import { completed, firstState, type CarriedCase, type Message } from './carried-case.js';
import { Seen } from './seen.js';
import { acceptedBySilence } from './silence.js';
import { stepOrRefuse } from './step-or-refuse.js';
import { takenOver } from './taken-over.js';

/** Answers kept for repeats; older ones are answered from the command's row. */
const KEPT_ANSWERS = 100;

export class CaseRun {
  private model: ProcessModel;
  private clock: Clock;
  private readonly outside: Outside;
  private readonly answers: Map<string, CaseAnswer>;
  private readonly seen: Seen;
  private readonly carried: CarriedCase;
  private readonly legal: LegalSide;
  private readonly silence = new LegalTimer(() => this.silent());
  /** Tasks of this step that silence completed. */
  private silenced: OpenTask[] = [];
  private tail: Promise<unknown> = Promise.resolve();
  private applying = 0;
  /** The state the search attribute shows. */
  private shownState: CaseState;
  /** It runs on another version than it began with: it continues as new on that one. */
  migrated = false;
  /** No new events: the run is about to continue as new. */
  draining = false;

  constructor(
    private input: CaseInput,
    carried: CarriedCase | undefined,
  ) {
    if (!input.model.model) throw new Error(`model ${input.model.$model} was not expanded`);
    this.model = input.model.model;
    this.clock = caseClock(input.calendar, input.dayLength);
    this.carried = carried ? completed(carried) : firstState(this.model, input.carriedFrom);
    this.legal = new LegalSide(input, this.carried, this.model);
    this.shownState = this.carried.state;
    this.answers = new Map(this.carried.answers);
    this.seen = new Seen(this.carried.seen);
    this.outside = new Outside(
      input,
      (event, cause) => this.happen(event, cause),
      (work) => this.enqueue(work),
      this.carried.children,
    );
  }

  get ended(): boolean {
    return this.carried.ended;
  }

  /** Whether nothing is being applied or started; only then may the run be replaced. */
  get idle(): boolean {
    return this.applying === 0 && this.outside.idle;
  }

  start(): Promise<CaseAnswer> {
    const { variables, startedBy, carriedFrom } = this.input;
    if (carriedFrom?.elements.length) return this.enqueue(() => this.takeOver(carriedFrom));
    return this.enqueue(() => this.apply({ type: 'start', variables, ...startedBy }, 'start'));
  }

  restore(): void {
    const open = position(this.model, this.carried.engine);
    this.outside.restore(open);
    this.silence.plan(this.legal.recount().acceptanceDueAt);
    // Told again, those that were still opening when the run before this one ended.
    const { withdrawing } = this.carried;
    if (withdrawing !== null) this.outside.withdrawChildren(open.children, withdrawing);
  }

  /** Refuses what the engine's present state does not allow; reads only. */
  validate(command: CaseCommand): void {
    if (this.answers.has(command.id) || this.seen.has(command.id)) return;
    if (this.draining) throw refusal('busy');
    if (command.kind === 'start') return;
    if (this.ended) throw refusal('already-ended');
    this.refuse(command);
  }

  /** @throws ApplicationFailure when the diagram or the law does not allow it where the case stands */
  private refuse(command: CaseCommand): void {
    const open = position(this.model, this.carried.engine);
    const sentence = this.legal.reasonAgainst(command, open.tasks, now());
    if (sentence) throw refusal('illegal-move', sentence);
    const code = reasonAgainst(command, open, this.carried.state);
    if (code) throw refusal(code);
  }

  /** Applies a command once; a repeat gets the first answer. */
  command(command: Exclude<CaseCommand, { kind: 'start' }>): Promise<CaseAnswer> {
    return this.enqueue(async () => {
      const known = this.answers.get(command.id);
      if (known) return known;
      if (this.seen.has(command.id)) return this.standing();
      if (this.ended) throw refusal('already-ended');
      // What came before it in the queue may have changed what is open.
      this.refuse(command);
      const answer = await this.applyCommand(command);
      this.answers.set(command.id, answer);
      if (this.answers.size > KEPT_ANSWERS) this.answers.delete(this.answers.keys().next().value!);
      return answer;
    });
  }

  private async applyCommand(
    command: Exclude<CaseCommand, { kind: 'start' }>,
  ): Promise<CaseAnswer> {
    const cause = `command:${command.id}`;
    if (command.kind === 'withdraw') return this.withdraw(command.reason, cause, command);
    if (command.kind === 'message') return this.message(command, cause, command);
    if (command.kind === 'migrate') return this.migrate(command, cause);
    if (command.kind === 'legal') return this.beside(command, cause);
    const wanted = eventOf(command);
    const answer = await this.apply(wanted.event, wanted.cause, command);
    if (command.kind === 'deliver') this.seen.add(command.id);
    return answer;
  }

  /** To another version: all of it, or nothing has changed. */
  private migrate(command: Migrate, cause: Cause): Promise<CaseAnswer> {
    const at = now();
    const { model, state, commands } = moved(command, this.model, this.carried, this.clock, at);
    this.model = model;
    this.carried.engine = state;
    this.input = { ...this.input, model: { $model: command.model.$model } };
    this.legal.changed(this.input, model);
    this.migrated = true;
    return this.commit(commands, cause, at, command);
  }

  /** An act on the whole case; some end it, whatever its diagram waits for. */
  private beside(command: Extract<CaseCommand, { kind: 'legal' }>, cause: Cause) {
    const { ends, to } = MOVES[command.act];
    if (ends) return this.endEarly(command.act, to as CaseState, cause, command, command.reason);
    const at = now();
    this.legal.beside(command, at);
    return this.commit([], cause, at, command);
  }

  /** The calendar now published; every due date is counted by it again. */
  calendarChanged(calendar: FrozenCalendar): Promise<unknown> {
    return this.enqueue(async () => {
      if (!this.ended && this.adopt(calendar)) await this.recordAdopted();
    });
  }

  /** @returns whether it is another one than before */
  private adopt(calendar: FrozenCalendar): boolean {
    if (calendar.version === this.input.calendar.version) return false;
    this.input = { ...this.input, calendar };
    this.clock = caseClock(calendar, this.input.dayLength);
    this.legal.changed(this.input, this.model);
    return true;
  }

  private recordAdopted(): Promise<CaseAnswer> {
    return this.commit([], `calendar:${this.input.calendar.version}`, now());
  }

  /**
   * The time to say something about an application is over, by what this case knew. It reads its
   * calendar again; if the time is really over, the case is accepted (行政许可法 32).
   */
  private silent(): Promise<unknown> {
    return this.enqueue(async () => {
      if (this.ended) return;
      const adopted = this.adopt(await local.calendarNow(this.input.caseNumber));
      const at = now();
      const { acceptanceDueAt: due } = this.legal.recount();
      if (due === null || due > at) {
        if (adopted) await this.recordAdopted();
        else this.silence.plan(due);
        return;
      }
      this.legal.deem(at);
      const commands = this.acceptBySilence(at);
      this.legal.called(commands, at);
      if (commands.some(({ type }) => type === 'done')) this.end(at);
      await this.commit(commands, 'law:silence', at);
    });
  }

  private acceptBySilence(at: number): Command[] {
    const { model, carried, legal, clock } = this;
    const { commands, tasks } = acceptedBySilence({ model, carried, legal, clock, at });
    this.silenced.push(...tasks);
    return commands;
  }

  /** A case of an older system goes on at the given elements instead of the diagram's beginning. */
  private takeOver({ elements }: CarriedFrom): Promise<CaseAnswer> {
    const at = now();
    const { variables } = this.input;
    const { state, commands } = takenOver(this.model, { variables, elements, at }, this.clock);
    this.carried.engine = state;
    this.legal.submitted(at);
    return this.commit(commands, 'start', at);
  }

  /** A signal thrown elsewhere; who waited for it then and has gone on does not take it. */
  signal({ id, name, variables, subscriptions }: DeliveredSignal): Promise<unknown> {
    return this.enqueue(async () => {
      if (this.ended || this.seen.has(id)) return;
      this.seen.add(id);
      if (!this.subscriptions().some((open) => subscriptions.includes(open.id))) return;
      await this.apply({ type: 'signalReceived', name, variables }, `signal:${id}`);
    });
  }

  /** A child told how it ended. */
  childEnded({ occurrence, result }: ChildEnded): Promise<unknown> {
    const event: UntimedEvent = { type: 'childDone', occurrence, result: childVariables(result) };
    return this.happen(event, `child:${occurrence}`).then(() => this.endWhenAllWithdrew());
  }

  /** The parent was withdrawn; what is decided stays. */
  parentWithdrawn(reason: string): Promise<unknown> {
    return this.enqueue(async () => {
      if (this.ended || isDecided(this.carried.state)) return;
      await this.withdraw(reason, 'parent-withdrawn');
    });
  }

  /** Ends the case from outside (workflow cancelled by an operator): 终止. */
  terminate(): Promise<unknown> {
    return this.enqueue(async () => {
      if (!this.ended) await this.endEarly('terminate', 'terminated', 'cancelled');
    });
  }

  position(): CasePosition {
    const { tasks, subscriptions, incidents } = position(this.model, this.carried.engine);
    const { step, cause, state, ended } = this.carried;
    const open = ended
      ? { tasks: [], subscriptions: [], incidents: [] }
      : { tasks, subscriptions, incidents };
    return { caseNumber: this.input.caseNumber, step, cause, state, ended, ...open };
  }

  /** Where the case stands, for who repeats what was answered long ago. */
  standing(): CaseAnswer {
    const { caseNumber, step, state, tasks, ended } = this.position();
    return { caseNumber, step, state, openTasks: tasks.map(({ key }) => key), ended };
  }

  result(): CaseResult {
    const { state, outcome } = this.carried;
    return { caseNumber: this.input.caseNumber, state, outcome: outcome ?? state };
  }

  /** What the next run begins with; the model by its hash only. */
  nextInput(): CaseInput {
    return { ...this.input, model: { $model: this.input.model.$model } };
  }

  carry(): CarriedCase {
    return {
      ...this.carried,
      answers: [...this.answers],
      seen: this.seen.list(),
      children: [...this.outside.children],
    };
  }

  /** Something outside happened; ignored when the diagram no longer waits for it. */
  private happen(event: UntimedEvent, cause: Cause): Promise<CaseAnswer | null> {
    return this.enqueue(async () => {
      if (this.ended) return null;
      try {
        return await this.apply(event, cause);
      } catch (error) {
        if (error instanceof EventRefused) return null;
        throw error;
      }
    });
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    this.applying += 1;
    const done = this.tail.then(() => CancellationScope.nonCancellable(work));
    const finish = () => {
      this.applying -= 1;
    };
    this.tail = done.then(finish, finish);
    return done;
  }

  private async apply(
    event: UntimedEvent,
    cause: Cause,
    command?: CaseCommand,
  ): Promise<CaseAnswer> {
    const at = now();
    const before = position(this.model, this.carried.engine).tasks;
    const { state, commands } = stepOrRefuse(
      this.model,
      this.carried.engine,
      { ...event, at } as Event,
      this.clock,
    );
    this.carried.engine = state;
    if (event.type === 'start') this.legal.submitted(at);
    this.legal.stepped(before, command, at);
    commands.push(...this.acceptBySilence(at));
    this.legal.called(commands, at);
    if (commands.some(({ type }) => type === 'done')) this.end(at);
    const answer = await this.commit(commands, cause, at, command);
    return (await this.deliverEarly()) ?? answer;
  }

  private end(at: number): void {
    this.legal.finished(at);
    this.carried.ended = true;
  }

  /** Records the step, then lets the outside begin; in this order, so that nothing runs unrecorded. */
  private async commit(
    commands: Command[],
    cause: Cause,
    at: number,
    command?: CaseCommand,
  ): Promise<CaseAnswer> {
    const { carried, input } = this;
    const previousCause = carried.step === 0 ? null : carried.cause;
    carried.step += 1;
    carried.cause = cause;
    const recorded = recordedStep(
      { input, model: this.model, carried, legal: this.legal },
      { commands, previousCause, at, command, silenced: this.silenced.splice(0) },
    );
    const present = await local.record(recorded);
    if (carried.state !== this.shownState) {
      this.shownState = carried.state;
      upsertSearchAttributes([{ key: caseState, value: carried.state }]);
    }
    if (carried.ended) this.outside.cancelAll();
    else this.outside.perform(commands);
    this.silence.plan(carried.ended ? null : recorded.legal.acceptanceDueAt);
    if (present && !carried.ended && this.adopt(present)) return this.recordAdopted();
    return {
      caseNumber: input.caseNumber,
      step: carried.step,
      state: carried.state,
      openTasks: recorded.tasks.map(({ key }) => key),
      ended: carried.ended,
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

  private subscriptions(): Subscription[] {
    return position(this.model, this.carried.engine).subscriptions;
  }

  private async deliverEarly(): Promise<CaseAnswer | null> {
    const open = this.subscriptions();
    const index = this.carried.early.findIndex(({ name, key }) => isAwaited(open, name, key));
    if (index < 0 || this.ended) return null;
    const [message] = this.carried.early.splice(index, 1);
    return this.apply(
      { type: 'messageReceived', ...message! },
      `early-message:${this.carried.step}`,
    );
  }

  /** With children at work only they are withdrawn, the decided ones go on; else the case ends. */
  private async withdraw(reason: string, cause: Cause, command?: CaseCommand): Promise<CaseAnswer> {
    const { children } = position(this.model, this.carried.engine);
    if (children.length === 0)
      return this.endEarly('withdraw', 'withdrawn', cause, command, reason);
    this.carried.withdrawing = reason;
    const answer = await this.commit([], cause, now(), command);
    this.outside.withdrawChildren(children, reason);
    return answer;
  }

  /** Once every child of a withdrawn matter is withdrawn, nothing is left to hand over. */
  private endWhenAllWithdrew(): Promise<unknown> {
    return this.enqueue(async () => {
      if (this.ended || this.carried.withdrawing === null) return;
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
    const { tasks } = position(this.model, this.carried.engine);
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
