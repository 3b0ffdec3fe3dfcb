/** One open page that is told when something happened: which cases, and nothing about them. */
import type { Response } from 'express';

/** Between two tellings of one page, ms: what happens meanwhile is told together. */
const QUIET = 2_000;
/** More cases are told of as "all". */
const MOST_NAMED = 50;
/** Bytes that nobody takes; then whoever asked is given up, and asks again. */
const MOST_UNREAD = 64 * 1024;
/** After which a browser asks again, ms; spread, for after a restart they all do. */
const [AGAIN, SPREAD] = [1_000, 4_000];

export class Stream {
  private readonly waiting = new Set<string>();
  private all = false;
  private quiet: NodeJS.Timeout | undefined;

  /**
   * @param session whose it is, by its digest
   * @param topics what it is told of, as `News.for` names it
   */
  constructor(
    readonly session: string,
    readonly topics: ReadonlySet<string>,
    private readonly response: Response,
  ) {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      // No proxy keeps it back to answer in larger pieces.
      'X-Accel-Buffering': 'no',
    });
    this.write(`retry: ${AGAIN + Math.floor(Math.random() * SPREAD)}\n\n`);
  }

  /** @param caseNumber null = so much happened that all is to be looked at */
  tell(caseNumber: string | null): void {
    if (caseNumber === null || this.waiting.size >= MOST_NAMED) this.all = true;
    else this.waiting.add(caseNumber);
    if (!this.quiet) this.say();
  }

  /** So that proxies, and who has gone, are noticed. */
  beat(): void {
    this.write(': \n\n');
  }

  end(): void {
    clearTimeout(this.quiet);
    this.response.end();
  }

  private say(): void {
    this.quiet = undefined;
    if (!this.all && this.waiting.size === 0) return;
    const cases = this.all ? null : [...this.waiting];
    this.waiting.clear();
    this.all = false;
    this.write(`data: ${JSON.stringify({ cases })}\n\n`);
    this.quiet = setTimeout(() => this.say(), QUIET);
    this.quiet.unref();
  }

  private write(text: string): void {
    if (this.response.writableLength > MOST_UNREAD) this.response.destroy();
    else this.response.write(text);
  }
}
