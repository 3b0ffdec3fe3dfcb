import type { Journal } from '../journal.js';

/** One call that came in, on its errand. */
export interface Call {
  requestId: string;
  /** ISO 8601. */
  at: string;
  method: string;
  /** Without its query. */
  path: string;
  /** `person:…` as sign-on knows them, or `system:…`. */
  actor: string;
  /** The body for which they act; empty = for themselves. */
  body: string;
  /** `case:` and 办件编号, or what there is instead: `draft:…`, `item:…` … */
  matter: string;
  /** Whom it is for; empty = nobody yet, or nobody. */
  applicant: string;
  /** 用途. */
  purpose: string;
}

/** What is looked for; what is left out counts as all. */
export interface CallSearch {
  matter?: string;
  actor?: string;
  path?: string;
}

/** Answered at a time. */
const MOST = 500;

/** 调用日志: who asked what, in which matter, for whom and to what end. */
export class CallLog {
  constructor(private readonly calls: Journal<Call>) {}

  note(call: Call) {
    this.calls.put(call);
  }

  /** The newest first. */
  find({ matter, actor, path }: CallSearch): Call[] {
    return [...this.calls.values()]
      .filter(
        (call) =>
          (matter === undefined || call.matter === matter) &&
          (actor === undefined || call.actor === actor) &&
          (path === undefined || call.path.startsWith(path)),
      )
      .reverse()
      .slice(0, MOST);
  }
}
