/** What changed in a step since its conditional events were last looked at. */
export class Changes {
  /** Names of the variables written, by the instance that holds them. */
  readonly written = new Map<string, Set<string>>();
  /** Instances that began to wait for a condition. */
  readonly armed = new Set<string>();
  /** Conditions were left out the last time: all are to be looked at. */
  everything = false;

  get any(): boolean {
    return this.everything || this.written.size > 0 || this.armed.size > 0;
  }

  wrote(instance: string, names: Iterable<string>): void {
    const known = this.written.get(instance) ?? new Set();
    for (const name of names) known.add(name);
    this.written.set(instance, known);
  }

  clear(): void {
    this.written.clear();
    this.armed.clear();
    this.everything = false;
  }
}
