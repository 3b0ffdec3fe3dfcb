/** What a draft was made from: nothing that somebody else kept or published meanwhile is undone by it unseen. */
import { conflict } from '../platform/errors.js';
import type { Draft } from './drafts.js';

/** As an editor tells it. */
export interface MadeFrom {
  /** Revision of the draft that it was made from, null = there was none; left out: whichever there is. */
  replaces?: string | null;
  /** The newest version when it was begun, 0 = there was none; left out: that of the draft there is. */
  madeFromVersion?: number;
}

/** @throws DomainError `draft-changed` where the draft is another than the one that is named */
export function requireSameDraft(
  draft: Draft<unknown> | undefined,
  replaces?: string | null,
): void {
  if (replaces === undefined || (draft?.revision ?? null) === replaces) return;
  throw conflict(
    'draft-changed',
    draft
      ? `${nameOf(draft)} 在您打开之后保存了另一份草稿。您的没有保存，也没有丢：请先导出或复制，再打开对方的草稿查看。`
      : '您打开的草稿已经发布或者删去。您的没有保存，也没有丢：请先导出或复制，再打开最新的版本。',
  );
}

/**
 * @param basedOn the version it was made from; unknown where nothing says so
 * @throws DomainError `draft-changed` where another version is the newest by now
 */
export function requireSameVersion(basedOn: number | null | undefined, newest: number): void {
  if (basedOn === null || basedOn === undefined || basedOn === newest) return;
  throw conflict(
    'draft-changed',
    newest > basedOn
      ? `第 ${newest} 版在这份草稿开始之后发布，照这份草稿发布会改回其中的内容。草稿没有丢：请对照第 ${newest} 版核对，再决定以哪一份为准。`
      : `这份草稿改自第 ${basedOn} 版，该版已经撤回，现在以第 ${newest} 版为准。草稿没有丢：请对照核对，再决定以哪一份为准。`,
    { newest, basedOn },
  );
}

/** @throws DomainError `draft-changed` where what is published is not what was reviewed */
export function requireReviewed(draft: Draft<unknown>, by: string, revision?: string): void {
  if (draft.revision === revision || (revision === undefined && draft.savedBy === by)) return;
  throw conflict(
    'draft-changed',
    `${nameOf(draft)} 保存的草稿您还没有审核，或者您审核之后又保存过。请审核后再发布。`,
  );
}

const nameOf = ({ savedByName, savedBy }: Draft<unknown>): string => savedByName ?? savedBy;
