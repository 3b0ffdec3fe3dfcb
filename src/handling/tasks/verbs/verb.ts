/**
 * What a handler does with a task. Each verb is one object in a file of its own, listed in `index.ts`:
 * the controller makes its operation from it, the audit log and the timeline call it by its name.
 */
import type { Type } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor, CommandDispatcher, CommandResult } from '../../../cases/index.js';
import type { FoundTask, Identity, TaskRow } from '../../task-access/index.js';
import type { Told } from './note.js';

/** How the API calls it, below `/api/tasks/{id}/`. */
export interface Operation {
  id: string;
  method: 'post' | 'put' | 'delete';
  path: string;
  summary: string;
}

/** A call of a verb. */
export interface Call<Request> {
  taskId: string;
  actor: Actor;
  asked: Request;
  /** Idempotency key: repeated with it, nothing happens a second time. Empty where there is none. */
  key: string;
}

/** The task while it is locked, in the verb's transaction. */
export interface Standing<Request> extends Call<Request> {
  manager: EntityManager;
  task: TaskRow;
  /** In whose name the actor may act, their own first. */
  identities: Identity[];
}

/** As {@link Standing}, once it is known in whose name the actor acts. */
export interface Doing<Request> extends Standing<Request> {
  me: Identity;
}

/** Says who may, and in whose name. @throws DomainError why nobody of these may */
export type Who<Request> = (standing: Standing<Request>) => Promise<Identity> | Identity;

/** @throws DomainError what stands in the way, and what to do about it */
export type Gate<Request> = (doing: Doing<Request>) => Promise<void> | void;

/** What a verb works with. */
export interface Hands {
  dataSource: DataSource;
  dispatcher: CommandDispatcher;
}

interface Common<Request extends object> {
  operation: Operation;
  /** The body's DTO; left out = it has none. */
  request?: Type<object>;
  /** Applicants do it too, on their own tasks. */
  forApplicants?: boolean;
  /** Looked at with the task as its reader sees it, before anything is locked. */
  before?(manager: EntityManager, found: FoundTask, asked: Request, actor: Actor): Promise<void>;
}

/** What is told of a verb beside what it does. */
export interface VerbDescription<Request extends object> extends Common<Request> {
  /** Each name a call of it may go by: `task.<name>` in the audit log, `task-<name>` on the timeline. */
  names: readonly string[];
  /** Whether it takes an `Idempotency-Key`. */
  keyed: boolean;
  /** Who may not see the task is turned away before it is locked. */
  seen: boolean;
  /** Kind of the command it sends to the case; left out = it is done in the tables at once. */
  command?: 'modify' | 'complete';
}

export interface Verb<
  Request extends object = object,
  Answer = void | CommandResult,
> extends VerbDescription<Request> {
  perform(hands: Hands, call: Call<Request>): Promise<Answer>;
}

/** A verb as its file writes it down. */
export interface VerbOf<Request extends object, Result> extends Common<Request> {
  name: string;
  /** Where what is asked for decides what it is called. */
  called?: { names: readonly string[]; of: (asked: Request) => string };
  /** Left out: the one in whose hands the task is. */
  who?: Who<Request>;
  /** In this order. */
  gates: readonly Gate<Request>[];
  run(doing: Doing<Request>): Promise<Result>;
}

export type { Told };
