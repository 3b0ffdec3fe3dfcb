/** Which conditions a change of variables concerns, found without looking at the others. */
import type { Changes } from './changes.js';
import { mayRead } from './names-read.js';

/** Owners of conditions by the condition's text. */
type Watchers = Map<string, Set<string>>;

/** Conditions to be looked at: their texts by owner. */
export type Concerned = Map<string, Set<string>>;

export class WatchedConditions {
  /** By the instance whose variables a condition can see. */
  private readonly seen = new Map<string, Watchers>();
  /** By their owner: what it waits for, and where that is kept. */
  private readonly owners = new Map<string, { texts: Set<string>; kept: Set<string>[] }>();
  /** Those that ask for the time: a later event finds it later, whatever they read besides. */
  private readonly timed: Concerned = new Map();
  private toldTheTime = false;

  /** @param from ids of the instances whose variables the owner sees, itself the first */
  watch(owner: string, text: string, from: Iterable<string>): void {
    const known = this.owners.get(owner) ?? { texts: new Set(), kept: [] };
    if (known.texts.has(text)) return;
    known.texts.add(text);
    this.owners.set(owner, known);
    for (const id of from) {
      const watchers = this.seen.get(id) ?? new Map<string, Set<string>>();
      const owners = watchers.get(text) ?? new Set();
      this.seen.set(id, watchers.set(text, owners.add(owner)));
      known.kept.push(owners);
    }
    if (/\b(now|today)\s*\(/.test(text)) note(this.timed, owner, text);
  }

  forget(owner: string): void {
    for (const owners of this.owners.get(owner)?.kept ?? []) owners.delete(owner);
    this.owners.delete(owner);
    this.timed.delete(owner);
    this.seen.delete(owner);
  }

  all(): Concerned {
    return new Map([...this.owners].map(([owner, { texts }]) => [owner, texts]));
  }

  by({ written, armed }: Changes): Concerned {
    const found: Concerned = new Map();
    for (const [id, names] of written) {
      for (const [text, owners] of this.seen.get(id) ?? []) {
        if (![...names].some((name) => mayRead(text, name))) continue;
        for (const owner of owners) note(found, owner, text);
      }
    }
    for (const owner of armed)
      for (const text of this.owners.get(owner)?.texts ?? []) note(found, owner, text);
    // the time is that of the event: within a step it does not go on
    if (!this.toldTheTime)
      for (const [owner, texts] of this.timed) for (const text of texts) note(found, owner, text);
    this.toldTheTime = true;
    return found;
  }
}

function note(concerned: Concerned, owner: string, text: string): void {
  const texts = concerned.get(owner);
  if (texts) texts.add(text);
  else concerned.set(owner, new Set([text]));
}
