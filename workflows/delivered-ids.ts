/**
 * Ids of the messages and signals that came last, so that one that is sent again changes nothing.
 * The sender gives a case one message at a time, so few must be kept.
 */
const KEPT = 200;

export class DeliveredIds {
  private readonly ids: Set<string>;

  constructor(ids: readonly string[] = []) {
    this.ids = new Set(ids);
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  add(id: string): void {
    this.ids.add(id);
    if (this.ids.size > KEPT) this.ids.delete(this.ids.values().next().value!);
  }

  /** Oldest first. */
  list(): string[] {
    return [...this.ids];
  }
}
