/**
 * A draft that is kept by itself: on this machine with each change, on the server a moment later, one after
 * another, each made from the one before. What is typed is lost to nothing but its owner's own word.
 */

import { DraftChain } from './chain.js';
import type { MadeFrom } from './made-from.js';

/** What this machine keeps until the server has it. */
export interface Unsent<Content> {
  content: Content;
  madeFrom: MadeFrom;
}

/** Where this machine keeps it. */
export interface Place<Content> {
  keep(unsent: Unsent<Content>): void;
  forget(): void;
}

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed';

interface Options<Content, Saved> {
  begun: Content;
  /** What was read. */
  madeFrom: MadeFrom;
  /** Nothing of what is begun is kept on the server yet. */
  unkept: boolean;
  place: Place<Content>;
  /** @throws what the server answers, `draft-changed` where another was kept meanwhile */
  send(content: Content, madeFrom: MadeFrom): Promise<Saved>;
  /** Whether the server has said no; else nobody knows whether it has kept what was sent. */
  isRefusal(error: unknown): boolean;
  /** How long typing rests before it is sent, ms. */
  quiet: number;
  /** Something of what it tells has changed. */
  changed(): void;
}

/** Who draws without a rest is sent all the same after so many of them: until then only this machine has it. */
const MOST_RESTS = 8;

export class DraftKeeper<Content, Saved extends { revision: string | null }> {
  /** As it is drawn. */
  content: Content;
  saving: Saving;
  error: unknown = null;
  /** What the server said last. */
  told: Saved | null = null;
  private readonly chain: DraftChain<Content, Saved>;
  /** What the server has; undefined = nothing of it. */
  private kept: Content | undefined;
  private running: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When what waits was changed first, ms. */
  private waitsSince: number | undefined;

  constructor(private readonly options: Options<Content, Saved>) {
    this.content = options.begun;
    this.chain = new DraftChain(options.madeFrom, options);
    this.kept = options.unkept ? undefined : options.begun;
    this.saving = options.unkept ? 'waiting' : 'saved';
  }

  /** Sends what was begun and is kept nowhere yet. */
  begin(): void {
    if (this.kept === undefined) this.later();
  }

  change(content: Content): void {
    this.content = content;
    this.later();
  }

  /** Sends what is not sent, after what is on its way. @throws what the server answers */
  flush(): Promise<void> {
    this.rest();
    const sent = this.running.catch(() => undefined).then(() => this.send());
    this.running = sent;
    return sent;
  }

  /** Its page goes: what rests is sent now, and stays on this machine until it arrived. */
  leave(): void {
    if (this.timer !== undefined) void this.flush().catch(() => undefined);
  }

  /** What is drawn is not wanted any more. */
  forget(): void {
    this.rest();
    this.kept = this.content;
    this.options.place.forget();
  }

  /** Forgets what is drawn, and waits for what is on its way: nothing is kept after this. */
  async stop(): Promise<void> {
    this.forget();
    await this.running.catch(() => undefined);
    this.forget();
  }

  /** What is drawn takes the place of the draft there is. @throws what the server answers */
  replace(madeFrom: MadeFrom): Promise<void> {
    this.chain.begin(madeFrom);
    this.kept = undefined;
    return this.flush();
  }

  /** It is a version now, which the next draft is made from. */
  published(version: number): void {
    this.forget();
    this.chain.begin({ replaces: null, madeFromVersion: version });
    this.tell('saved', null);
  }

  private later(): void {
    const { quiet } = this.options;
    this.keepHere();
    clearTimeout(this.timer);
    const now = Date.now();
    this.waitsSince ??= now;
    const wait = Math.max(0, Math.min(quiet, this.waitsSince + MOST_RESTS * quiet - now));
    this.timer = setTimeout(() => void this.flush().catch(() => undefined), wait);
    this.tell('waiting', this.error);
  }

  /** Nothing waits to be sent. */
  private rest(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waitsSince = undefined;
  }

  private async send(): Promise<void> {
    const { content } = this;
    const { place } = this.options;
    if (content === this.kept) {
      // What was changed was changed back.
      place.forget();
      return this.tell('saved', null);
    }
    this.tell('saving', this.error);
    try {
      this.told = await this.chain.send(content);
      this.kept = content;
      const more = this.content !== content;
      if (more) this.keepHere();
      else place.forget();
      this.tell(more ? 'waiting' : 'saved', null);
    } catch (error) {
      this.tell('failed', error);
      throw error;
    }
  }

  private keepHere(): void {
    this.options.place.keep({ content: this.content, madeFrom: this.chain.madeFrom });
  }

  private tell(saving: Saving, error: unknown): void {
    this.saving = saving;
    this.error = error;
    this.options.changed();
  }
}
