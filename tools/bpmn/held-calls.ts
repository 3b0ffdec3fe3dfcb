/** Calls of adapters that wait until a script says how they end. */
import type { Json } from '../../bpmn/engine/index.js';

interface Waiting {
  promise: Promise<Json>;
  resolve(result: Json): void;
  reject(error: Error): void;
}

export class HeldCalls {
  private readonly calls = new Map<string, Waiting>();

  /** @param key the call's idempotency key: a repeated call waits for the same end */
  waitFor(key: string): Promise<Json> {
    return this.of(key).promise;
  }

  end(key: string): void {
    this.of(key).resolve(null);
  }

  fail(key: string, error: Error): void {
    this.of(key).reject(error);
  }

  /** Ends all that nobody waits for any longer, so that workers can stop. */
  giveUp(): void {
    for (const call of this.calls.values()) call.resolve(null);
  }

  /** The script may speak before the worker has asked. */
  private of(key: string): Waiting {
    const known = this.calls.get(key);
    if (known) return known;
    const call = {} as Waiting;
    call.promise = new Promise((resolve, reject) => Object.assign(call, { resolve, reject }));
    call.promise.catch(() => undefined); // whoever waits hears of it
    this.calls.set(key, call);
    return call;
  }
}
