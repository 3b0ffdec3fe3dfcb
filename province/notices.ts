import { randomUUID } from 'node:crypto';
import type { Faults } from './faults/faults.js';
import type { Journal } from './journal.js';
import { signedHeaders } from './signature.js';

/** Something the platform is told; sent until it answers 2xx. */
export interface Notice {
  id: string;
  /** Notices of one subject arrive in their order. */
  subject: string;
  /** Path on the platform. */
  address: string;
  body: Record<string, unknown>;
  state: 'waiting' | 'delivered' | 'lost';
}

const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 5000;
const TIME_LIMIT = 10_000;

/** The province's outbox: signed, asynchronous, repeated until heard, kept over restarts. */
export class Notices {
  private readonly lines = new Map<string, Promise<void>>();
  private readonly stopped = new AbortController();

  constructor(
    private readonly journal: Journal<Notice>,
    private readonly faults: Faults,
    private readonly platformUrl: string,
    private readonly secret: string,
  ) {}

  /** Takes up what an earlier run left undelivered. */
  resume() {
    for (const notice of this.journal.values()) {
      if (notice.state === 'waiting') this.enqueue(notice, 1);
    }
  }

  /** @param system path prefix the faults match on, such as `/payments` */
  send(system: string, subject: string, address: string, body: Record<string, unknown>) {
    const id = randomUUID();
    const notice = { id, subject, address, body: { ...body, noticeId: id } };
    const fault = this.faults.onNotice(system)?.mode;
    if (fault === 'lost-notice') {
      this.journal.put({ ...notice, state: 'lost' });
      return;
    }
    this.enqueue(
      this.journal.put({ ...notice, state: 'waiting' }),
      fault === 'double-notice' ? 2 : 1,
    );
  }

  stop() {
    this.stopped.abort();
  }

  private enqueue(notice: Notice, times: number) {
    const before = this.lines.get(notice.subject) ?? Promise.resolve();
    const line = before.then(() => this.deliver(notice, times));
    this.lines.set(notice.subject, line);
    void line.finally(() => {
      if (this.lines.get(notice.subject) === line) this.lines.delete(notice.subject);
    });
  }

  private async deliver(notice: Notice, times: number) {
    for (let round = 0; round < times; round += 1) {
      let pause = FIRST_PAUSE;
      while (!(await this.heard(notice))) {
        await this.wait(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
    if (!this.stopped.signal.aborted) this.journal.put({ ...notice, state: 'delivered' });
  }

  /** One attempt; true also when the stand-in stops, to end the loop. */
  private async heard(notice: Notice): Promise<boolean> {
    if (this.stopped.signal.aborted) return true;
    const body = JSON.stringify(notice.body);
    try {
      const response = await fetch(new URL(notice.address, this.platformUrl), {
        method: 'POST',
        headers: {
          ...signedHeaders(this.secret, { method: 'POST', path: notice.address, body }),
          'content-type': 'application/json',
        },
        body,
        signal: AbortSignal.any([AbortSignal.timeout(TIME_LIMIT), this.stopped.signal]),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false; // The platform is away; the next attempt tells it.
    }
  }

  private wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        resolve();
      }
      this.stopped.signal.addEventListener('abort', done, { once: true });
    });
  }
}
