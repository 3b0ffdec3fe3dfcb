import type { Work } from './state.js';

interface Laid {
  work: Work;
  dropped: boolean;
}

/** What is still to do in a step: the first branch of a fork comes to rest before the next one moves. */
export class WorkStack {
  private readonly laid: Laid[] = [];
  /** Found by its place, so that who is cancelled need not look through what all others have to do. */
  private readonly places = new Map<string, Set<Laid>>();
  private dropped = 0;

  /** How much there is to do. */
  get size(): number {
    return this.laid.length - this.dropped;
  }

  push(work: Work): void {
    const one = { work, dropped: false };
    this.laid.push(one);
    const there = this.places.get(work.in);
    if (there) there.add(one);
    else this.places.set(work.in, new Set([one]));
  }

  /** What was laid last. */
  pop(): Work | undefined {
    for (;;) {
      const last = this.laid.pop();
      if (!last) return undefined;
      if (last.dropped) this.dropped -= 1;
      else {
        this.forget(last);
        return last.work;
      }
    }
  }

  /** Takes all, what was laid last first. */
  takeAll(): Work[] {
    const all: Work[] = [];
    for (let work = this.pop(); work; work = this.pop()) all.push(work);
    return all;
  }

  /** Forgets what is to be done directly in a place, but for what is kept. */
  drop(place: string, kept: (work: Work) => boolean): void {
    for (const one of this.places.get(place) ?? []) {
      if (kept(one.work)) continue;
      one.dropped = true;
      this.dropped += 1;
      this.forget(one);
    }
  }

  private forget(one: Laid): void {
    const there = this.places.get(one.work.in);
    there?.delete(one);
    if (there?.size === 0) this.places.delete(one.work.in);
  }
}
