/**
 * The steps of one run of a case: engine state, legal state and step counter, moved by one event
 * after another. Every event and its `record` are finished before the next is applied (decision 6, a
 * case is one workflow).
 */
import { upsertSearchAttributes } from '@temporalio/workflow';
import {
  EventRefused,
  position,
  type Clock,
  type Command,
  type Event,
  type Subscription,
} from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import { caseClock } from './clock/index.js';
import { performDeemedActs, type DeemedTask } from './deemed-acts.js';
import { isAwaited } from './case-commands.js';
import type {
  CaseAnswer,
  CaseCommand,
  CaseInput,
  CaseState,
  Cause,
  FrozenCalendar,
} from './contracts/case.js';
import { byAnotherCalendar, readsCalendar, waitingForCalendar } from './drawn-timers.js';
import { LegalSide } from './legal-side.js';
import { ABOVE } from './law/index.js';
import { LegalTimer } from './legal-timer.js';
import { EventQueue } from './event-queue.js';
import { busyPoint } from './fault-point.js';
import { now } from './now.js';
import type { UntimedEvent } from './coming-back.js';
import { CommandExecutor } from './command-executor.js';
import { local } from './local-activities.js';
import { recordedStep } from './recorded-step.js';
import { caseState } from './search-attributes.js';
import { completed, firstState, isAtRest, type CarriedCase } from './continue-as-new-state.js';
import { DeliveredIds } from './delivered-ids.js';
import { sendingUp } from './sending-up.js';
import { stepOrRefuse } from './step-or-refuse.js';

type TimerFired = Extract<UntimedEvent, { type: 'timerFired' }>;

const timerOf = (command: Command): string | undefined =>
  command.type === 'setTimer'
    ? command.timer.id
    : command.type === 'cancelTimer'
      ? command.id
      : undefined;

export abstract class CaseSteps {
  protected model: ProcessModel;
  protected readonly executor: CommandExecutor;
  protected readonly delivered: DeliveredIds;
  protected readonly carried: CarriedCase;
  protected readonly legal: LegalSide;
  protected clock: Clock;
  protected readonly silence = new LegalTimer(() => this.silent());
  protected readonly expiry = new LegalTimer(() => this.expired());
  /** Tasks of this step that the law itself completed. */
  private answered: DeemedTask[] = [];
  /** Timers that the calendar moved; set anew with the next step. */
  private retimed: Command[] = [];
  protected readonly events = new EventQueue();
  /** The state the search attribute shows. */
  private shownState: CaseState;

  constructor(
    protected input: CaseInput,
    carried: CarriedCase | undefined,
  ) {
    if (!input.model.model) throw new Error(`model ${input.model.$model} was not expanded`);
    this.model = input.model.model;
    this.clock = caseClock(input.calendar, input.dayLength);
    this.carried = carried ? completed(carried) : firstState(this.model, input);
    this.legal = new LegalSide(input, this.carried, this.model);
    this.shownState = this.carried.state;
    this.delivered = new DeliveredIds(this.carried.seen);
    this.executor = new CommandExecutor(
      input,
      (event, cause) =>
        event.type === 'timerFired' ? this.timerFired(event, cause) : this.happen(event, cause),
      (work) => this.events.add(work),
      this.carried.children,
    );
  }

  get ended(): boolean {
    return this.carried.ended;
  }

  /** Nothing goes on in its diagram any more. */
  protected get atRest(): boolean {
    return isAtRest(this.carried);
  }

  /** Whether nothing is being applied or started; only then may the run be replaced. */
  get idle(): boolean {
    return this.events.idle && this.executor.idle;
  }

  /** The calendar now published; every due date is counted by it again. */
  calendarChanged(calendar: FrozenCalendar): Promise<unknown> {
    return this.events.add(async () => {
      if (!this.ended && this.adopt(calendar)) await this.recordAdopted();
    });
  }

  /** @returns whether it is another one than before */
  private adopt(calendar: FrozenCalendar): boolean {
    if (calendar.version === this.input.calendar.version) return false;
    this.input = { ...this.input, calendar };
    this.clock = caseClock(calendar, this.input.dayLength);
    this.legal.changed(this.input, this.model);
    if (this.atRest) return true;
    const { engine, commands } = byAnotherCalendar(this.carried.engine, this.clock);
    this.carried.engine = engine;
    this.retimed.push(...commands);
    return true;
  }

  private async recordAdopted(): Promise<CaseAnswer> {
    let answer = await this.commit([], `calendar:${this.input.calendar.version}`, now());
    if (this.atRest) return answer;
    for (const id of waitingForCalendar(this.carried.engine)) {
      const stillWaits = waitingForCalendar(this.carried.engine).includes(id);
      if (stillWaits && !this.ended) {
        answer = await this.apply({ type: 'retryIncident', id }, `calendar-known:${id}`);
      }
    }
    return answer;
  }

  /** A timer in working days first reads its calendar: one that moved it later lets it wait on. */
  private timerFired(event: TimerFired, cause: Cause): Promise<CaseAnswer | null> {
    return this.events.add(async () => {
      if (this.atRest) return null;
      if (readsCalendar(this.carried.engine, event.id)) {
        this.adopt(await local.calendarNow(this.input.caseNumber));
        const again = this.retimed.find(
          (each) => each.type === 'setTimer' && each.timer.id === event.id,
        );
        if (again?.type === 'setTimer' && again.timer.due > now()) return this.recordAdopted();
        // It has fired: nothing of it is to be set anew.
        this.retimed = this.retimed.filter((each) => timerOf(each) !== event.id);
      }
      this.executor.history.stepNotKnown();
      return this.applyAwaited(event, cause);
    });
  }

  /**
   * The time to say something about an application is over, by what this case knew. It reads its
   * calendar again; if the time is really over, the case is accepted (行政许可法 32).
   */
  private silent(): Promise<unknown> {
    return this.events.add(async () => {
      if (this.atRest) return;
      const adopted = this.adopt(await local.calendarNow(this.input.caseNumber));
      const at = now();
      const { acceptanceDueAt: due } = this.legal.recount();
      if (due === null || due > at) {
        if (adopted) await this.recordAdopted();
        else this.silence.plan(due);
        return;
      }
      this.legal.deem(at);
      await this.goOnByLaw('law:silence', at);
    });
  }

  /** A licence has ended before its renewal was decided: it counts as renewed (行政许可法 50). */
  private expired(): Promise<unknown> {
    return this.events.add(async () => {
      const due = this.legal.renewalDueAt();
      if (this.atRest || due === null) return;
      if (this.legal.deemRenewed(due)) await this.goOnByLaw('law:expiry', now());
    });
  }

  /** The diagram goes on by what the law itself has answered. */
  private goOnByLaw(cause: Cause, at: number): Promise<CaseAnswer> {
    this.executor.history.stepNotKnown();
    const commands = this.answerByLaw(at);
    this.legal.called(commands, at);
    if (commands.some(({ type }) => type === 'done')) this.end(at);
    return this.commit(commands, cause, at);
  }

  private answerByLaw(at: number): Command[] {
    const { model, carried, clock } = this;
    const { commands, answered } = performDeemedActs({ model, carried, clock, at });
    this.answered.push(...answered);
    return commands;
  }

  /** Something outside happened; ignored when the diagram no longer waits for it. */
  protected happen(event: UntimedEvent, cause: Cause): Promise<CaseAnswer | null> {
    return this.events.add(async () => {
      if (event.type === 'childFailed' && event.occurrence === ABOVE) {
        await this.failedAbove();
        return null;
      }
      return this.atRest ? null : this.applyAwaited(event, cause);
    });
  }

  /** The case of the level above was ended from outside. */
  protected abstract failedAbove(): Promise<void>;

  private async applyAwaited(event: UntimedEvent, cause: Cause): Promise<CaseAnswer | null> {
    try {
      return await this.apply(event, cause);
    } catch (error) {
      if (error instanceof EventRefused) return null;
      throw error;
    }
  }

  protected async apply(
    event: UntimedEvent,
    cause: Cause,
    command?: CaseCommand,
  ): Promise<CaseAnswer> {
    busyPoint(this.input.caseNumber);
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
    if (this.atRest) return this.sendUp(commands, cause, at, command);
    commands.push(...this.answerByLaw(at));
    this.legal.called(commands, at);
    if (commands.some(({ type }) => type === 'done')) this.end(at);
    const answer = await this.commit(commands, cause, at, command);
    return (await this.deliverEarly()) ?? answer;
  }

  /**
   * 转报: what was open here is closed, and the case of the level above is opened, which this one follows.
   * @param done what the step that sent it up did in the diagram
   */
  protected sendUp(
    done: Command[],
    cause: Cause,
    at: number,
    command?: CaseCommand,
  ): Promise<CaseAnswer> {
    const { tasks, children } = position(this.model, this.carried.engine);
    this.executor.withdrawChildren(children, '办件已经转报上级机关');
    const commands = sendingUp(this.input, tasks, done);
    return this.commit(commands, cause, at, command);
  }

  protected end(at: number): void {
    this.legal.finished(at);
    this.carried.ended = true;
  }

  /** Records the step, then lets the outside begin; in this order, so that nothing runs unrecorded. */
  protected async commit(
    wanted: Command[],
    cause: Cause,
    at: number,
    command?: CaseCommand,
  ): Promise<CaseAnswer> {
    const { carried, input } = this;
    const commands = [...this.retimed.splice(0), ...wanted];
    const previousCause = carried.step === 0 ? null : carried.cause;
    carried.step += 1;
    carried.cause = cause;
    const recorded = recordedStep(
      { input, model: this.model, carried, legal: this.legal },
      { commands, previousCause, at, command, answered: this.answered.splice(0) },
    );
    const present = await local.record(recorded);
    if (carried.state !== this.shownState) {
      this.shownState = carried.state;
      upsertSearchAttributes([{ key: caseState, value: carried.state }]);
    }
    if (this.atRest) this.executor.cancelAll();
    if (!carried.ended) this.executor.perform(commands);
    this.silence.plan(carried.ended ? null : recorded.legal.acceptanceDueAt);
    this.expiry.plan(carried.ended ? null : this.legal.renewalDueAt());
    if (present && !carried.ended && this.adopt(present)) return this.recordAdopted();
    return {
      caseNumber: input.caseNumber,
      step: carried.step,
      state: carried.state,
      openTasks: recorded.tasks.map(({ key }) => key),
      ended: carried.ended,
    };
  }

  protected subscriptions(): Subscription[] {
    return position(this.model, this.carried.engine).subscriptions;
  }

  protected async deliverEarly(): Promise<CaseAnswer | null> {
    const open = this.subscriptions();
    const index = this.carried.early.findIndex(({ name, key }) => isAwaited(open, name, key));
    if (index < 0 || this.atRest) return null;
    const [message] = this.carried.early.splice(index, 1);
    return this.apply(
      { type: 'messageReceived', ...message! },
      `early-message:${this.carried.step}`,
    );
  }
}
