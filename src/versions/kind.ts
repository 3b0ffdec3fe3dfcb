/** What a kind of versioned definition says of itself; all the rest is the same for every kind. */
import type { EntityManager } from 'typeorm';
import type { Finding } from '../../bpmn/compiler/index.js';
import type { Subject } from '../people/index.js';
import type { DomainError } from '../platform/errors.js';
import type { Difference } from './differences.js';

/**
 * A kind of definition as it is kept and read.
 * @template Content what a version says; plain JSON
 */
export interface KeptKind<Content extends object> {
  /** Its drafts and its address carry it: stored, never changed. */
  code: string;
  /** Who may `manage` this drafts, reviews and publishes. */
  subject: Subject;
  /** How the audit log calls what is done to it. */
  acts: { save: string; drop?: string; publish: string };
  /** What the audit log calls one of them: `process:restaurant`. */
  target(key: string): string;
  /** Said where a draft is needed and there is none. */
  noDraft(key: string): DomainError;
  /**
   * Asked before the draft is changed, dropped or published at once, alone among those that change drafts of
   * the kind: where somebody looks it through, it stays as they see it.
   * @throws DomainError for a draft that is not its author's now
   */
  requireFree?(manager: EntityManager, key: string): Promise<void>;
  /** A published version; without a number the newest. Null = there is none. */
  read(manager: EntityManager, key: string, version?: number): Promise<Numbered<Content> | null>;
}

/** A kind that people draft and review. */
export interface DraftedKind<Content extends object> extends KeptKind<Content> {
  /**
   * Looks at a draft before it is kept.
   * @returns the content as it is kept, with what the kind reads off it, and what is to be said of it
   * @throws DomainError for what must not be kept
   */
  check(manager: EntityManager, key: string, content: Content): Promise<Checked<Content>>;
  /** What the content changes in the version before, which is null when there is none. */
  differences(before: Content | null, after: Content, key: string): Promise<Difference[]>;
}

/** What a publication is of, beside its terms. */
export interface Reviewed {
  /** The draft as its publisher reviewed it; left out: as they kept it themselves. */
  revision?: string;
  /** The version that it was compared with, 0 = none; left out: the one it was made from. */
  madeFromVersion?: number;
}

/**
 * A kind that is published.
 * @template Terms what is settled only when it is published: the day it holds from, its source
 * @template Result what a publication tells
 */
export interface VersionedKind<
  Content extends object,
  Terms = null,
  Result extends Published = Published,
> extends DraftedKind<Content> {
  /**
   * Writes the content as the next version, after what must hold at publication. Runs alone among
   * publications of the kind. The version there is already, when nothing would change.
   * @throws DomainError for what must not be published
   */
  publish(manager: EntityManager, publication: Publication<Content, Terms>): Promise<Result>;
  /**
   * Codes of refusals for what the city has made, with which the content itself is sound: a release's is
   * offered as a draft then.
   */
  heldUpBy?: readonly string[];
  /** Codes and figures of a publication for the audit log, beside the version. */
  detail?(result: Result, terms: Terms): Record<string, unknown>;
}

export interface Checked<Content> {
  content: Content;
  findings: Finding[];
}

export interface Numbered<Content> {
  version: number;
  content: Content;
  /** Who published it; told by the kinds that come with a release too. */
  by?: string;
}

export interface Published {
  version: number;
}

export interface Publication<Content, Terms> {
  key: string;
  content: Content;
  terms: Terms;
  /** Person who publishes, or `system` for what comes with the platform. */
  by: string;
  /** Who kept the draft, and when; the publisher now where there was none. */
  drafted: { by: string; at: Date };
}
