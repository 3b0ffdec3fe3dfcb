/** Drafts one after another, each made from the one before; also where an answer was lost on its way. */
import type { MadeFrom } from './made-from.js';

interface Options<Content, Saved> {
  /** @throws what the server answers, `draft-changed` where another was kept or published meanwhile */
  send(content: Content, madeFrom: MadeFrom): Promise<Saved>;
  /** Whether the server has said no; else nobody knows whether it has kept what was sent. */
  isRefusal(error: unknown): boolean;
}

export class DraftChain<Content, Saved extends { revision: string | null }> {
  /** Sent and not answered: the server may have it, or not. */
  private unanswered: { content: Content } | undefined;

  constructor(
    /** What the next one is made from. */
    public madeFrom: MadeFrom,
    private readonly options: Options<Content, Saved>,
  ) {}

  /** What the server may have already is said again first: by its answer the next is known to follow it. */
  async send(content: Content): Promise<Saved> {
    const { unanswered } = this;
    if (unanswered && unanswered.content !== content) await this.hand(unanswered.content);
    return this.hand(content);
  }

  /** What comes next is made from this. */
  begin(madeFrom: MadeFrom): void {
    this.madeFrom = madeFrom;
    this.unanswered = undefined;
  }

  private async hand(content: Content): Promise<Saved> {
    this.unanswered = { content };
    try {
      const saved = await this.options.send(content, this.madeFrom);
      this.begin({ replaces: saved.revision });
      return saved;
    } catch (error) {
      if (this.options.isRefusal(error)) this.unanswered = undefined;
      throw error;
    }
  }
}
