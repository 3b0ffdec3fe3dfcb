/**
 * One run of a case: engine state, legal state and step counter, moved by one event after another.
 * Every event and its `record` are finished before the next is applied (decision 5).
 */
import { CancellationScope, upsertSearchAttributes } from '@temporalio/workflow';
import {
  EventRefused,
  position,
  step,
  type Clock,
  type Command,
  type Event,
  type Subscription,
} from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import { caseClock } from './clock/index.js';
import { isAwaited, reasonAgainst } from './case-commands.js';
import { eventOf } from './command-events.js';
import { withDue } from './case-limits.js';
import { PAPERS_RECEIVED } from './contracts/case.js';
import type {
  CaseAnswer,
  CaseCommand,
  CaseInput,
  CasePosition,
  CaseRefusal,
  CaseResult,
  CaseState,
  Cause,
  ChildEnded,
  DeliveredSignal,
} from './contracts/case.js';
import { isDecided } from './law/index.js';
import { LegalSide } from './legal-side.js';
import { moved, type Migrate } from './moved.js';
import { now } from './now.js';
import { Outside, childOutcome, childVariables, local, type UntimedEvent } from './outside.js';
import { refusal } from './refusal.js';
import { caseState } from './search-attributes.js';
import { completed, firstState, type CarriedCase, type Message } from './carried-case.js';
import { Seen } from './seen.js';
import { completedElements, thrownBy, timelineOf } from './timeline.js';

/** Answers kept for repeats; older ones are answered from the command's row. */
const KEPT_ANSWERS = 100;

export class CaseRun {
  private model: ProcessModel;
  private readonly clock: Clock;
  private readonly outside: Outside;
  private readonly answers: Map<string, CaseAnswer>;
  private readonly seen: Seen;
  private readonly carried: CarriedCase;
  private readonly legal: LegalSide;
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
    this.carried = carried ? completed(carried) : firstState(this.model);
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
    const { variables, startedBy } = this.input;
    return this.enqueue(() => this.apply({ type: 'start', variables, ...startedBy }, 'start'));
  }

  restore(): void {
    const open = position(this.model, this.carried.engine);
    this.outside.restore(open);
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
      if (!this.ended) await this.endEarly('terminate', 'cancelled');
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
    const { state, commands } = this.stepOrRefuse({ ...event, at } as Event);
    this.carried.engine = state;
    if (event.type === 'start') this.legal.submitted(at);
    this.legal.stepped(before, command, commands, at);
    if (commands.some(({ type }) => type === 'done')) this.end(at);
    const answer = await this.commit(commands, cause, at, command);
    return (await this.deliverEarly()) ?? answer;
  }

  private stepOrRefuse(event: Event) {
    try {
      return step(this.model, this.carried.engine, event, this.clock);
    } catch (error) {
      if (error instanceof EventRefused && event.type === 'completeTask') {
        throw refusal(error.code === 'unknown-outcome' ? 'unknown-outcome' : 'task-not-open');
      }
      if (error instanceof EventRefused && event.type === 'modify') {
        throw refusal(error.code as CaseRefusal, error.message);
      }
      if (error instanceof EventRefused && event.type === 'messageReceived') {
        throw refusal('message-not-awaited');
      }
      throw error;
    }
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
    const { tasks, subscriptions, incidents, variables } = position(this.model, carried.engine);
    const legal = this.legal.recount();
    const waiting = carried.ended ? [] : tasks.map((task) => withDue(input, task));
    await local.record({
      caseNumber: input.caseNumber,
      step: carried.step,
      cause,
      previousCause,
      state: carried.state,
      ended: carried.ended,
      tasks: waiting,
      subscriptions: carried.ended ? [] : subscriptions,
      thrown: thrownBy(commands),
      incidents: carried.ended ? [] : incidents,
      dates: carried.dates,
      dueAt: carried.dueAt,
      promisedDueAt: carried.promisedDueAt,
      engineState: carried.engine,
      variables,
      timeline: timelineOf(commands, at, command),
      completed: completedElements(commands),
      movedTo: command?.kind === 'migrate' ? command.model.$model : undefined,
      moves: this.legal.take(),
      legal,
      pauses: this.legal.pauses,
      backTo: command?.kind === 'modify' ? command.back?.to : undefined,
      at,
      actor: command?.actor,
    });
    if (carried.state !== this.shownState) {
      this.shownState = carried.state;
      upsertSearchAttributes([{ key: caseState, value: carried.state }]);
    }
    if (carried.ended) this.outside.cancelAll();
    else this.outside.perform(commands);
    return {
      caseNumber: input.caseNumber,
      step: carried.step,
      state: carried.state,
      openTasks: waiting.map(({ key }) => key),
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
    if (children.length === 0) return this.endEarly('withdraw', cause, command, reason);
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
        await this.endEarly('withdraw', 'all-children-withdrawn');
      }
    });
  }

  private async endEarly(
    act: 'withdraw' | 'terminate',
    cause: Cause,
    command?: CaseCommand,
    reason?: string,
  ): Promise<CaseAnswer> {
    const at = now();
    const { tasks } = position(this.model, this.carried.engine);
    const state = act === 'withdraw' ? 'withdrawn' : 'terminated';
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
