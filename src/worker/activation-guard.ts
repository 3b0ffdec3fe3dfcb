/**
 * Watches what the workflow threads are busy with. A step that does not end would have the SDK time it
 * out inside V8, which aborts Node; the server then hands the same step out again, and one case stops a
 * city. So a step that lasts a second is noted where the worker's end does not erase it, one that lasts
 * too long ends the worker in good order, and what was noted too often is not begun again.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { NOTHING_NOTED, type Activation, type StuckNotes } from '../platform/temporal/index.js';

/** From here on a step is noted; ms. */
const SLOW = 1_000;
/** A step must have ended by then: below the server's ten seconds for a workflow task. */
const TOO_LONG = 8_000;
/** How often it is looked whether something was set aside or taken up again; ms. */
const LOOK_AGAIN = 1_000;

/** The step of a case that is set aside is refused; the server keeps it for later. */
export class SetAside extends Error {
  override name = 'SetAside';
}

export class ActivationGuard {
  private setAside = new Set<string>();
  private looking: NodeJS.Timeout | undefined;
  /** Notes are written in the order in which things happened. */
  private writing: Promise<unknown> = Promise.resolve();

  /** @param stuck what to do about a step that lasts too long; it is not expected to end */
  constructor(
    private readonly stuck: (activation: Activation) => void,
    private readonly notes: StuckNotes = NOTHING_NOTED,
  ) {}

  /** Learns what was set aside before, and keeps knowing. */
  async start(): Promise<void> {
    await this.look();
    const again = () =>
      void this.look()
        .catch(() => undefined)
        .finally(later);
    const later = () => {
      if (this.looking) this.looking = setTimeout(again, LOOK_AGAIN).unref();
    };
    this.looking = setTimeout(again, LOOK_AGAIN).unref();
  }

  stop(): void {
    clearTimeout(this.looking);
    this.looking = undefined;
  }

  /**
   * Does a step, and watches it.
   * @throws SetAside without doing it
   */
  async watch<T>(activation: Activation, step: () => Promise<T>): Promise<T> {
    const { runId, workflowId } = activation;
    if (this.setAside.has(runId)) throw new SetAside(`办件 ${workflowId} 已暂停办理，等待处理`);
    let noted = false;
    const slow = setTimeout(() => {
      noted = true;
      this.write(() => this.notes.lasts(activation));
    }, SLOW);
    const tooLong = setTimeout(() => {
      void Promise.race([this.writing, pause(LOOK_AGAIN)]).then(() => this.stuck(activation));
    }, TOO_LONG);
    try {
      const done = await step();
      if (noted) this.write(() => this.notes.ended(runId));
      return done;
    } finally {
      clearTimeout(slow);
      clearTimeout(tooLong);
    }
  }

  private async look(): Promise<void> {
    await this.writing;
    this.setAside = new Set(await this.notes.setAside());
  }

  /** The database may be away: then nothing is noted, and the step goes on all the same. */
  private write(note: () => Promise<void>): void {
    this.writing = this.writing.then(note).catch(() => undefined);
  }
}
