import type { Work } from './state.js';

interface Laid {
  work: Work;
  dropped: boolean;
}

/** So much to do is looked through as quickly as an index is kept. */
const FEW = 32;

/** What is still to do in a step: the first branch of a fork comes to rest before the next one moves. */
export class WorkStack {
  private readonly laid: Laid[] = [];
  /**
   * Found by its place, so that who is cancelled need not look through what all others have to do: made
   * when there is much of it, and kept up to date from then on.
   */
  private places: Map<string, Set<Laid>> | undefined;
  private dropped = 0;

  /** How much there is to do. */
  get size(): number {
    return this.laid.length - this.dropped;
  }

  push(work: Work): void {
    const one = { work, dropped: false };
    this.laid.push(one);
    if (this.places) put(this.places, one);
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
    for (const one of this.laidIn(place)) {
      if (kept(one.work)) continue;
      one.dropped = true;
      this.dropped += 1;
      this.forget(one);
    }
  }

  private laidIn(place: string): Iterable<Laid> {
    if (!this.places && this.laid.length <= FEW)
      return this.laid.filter(({ work, dropped }) => work.in === place && !dropped);
    if (!this.places) {
      this.places = new Map();
      for (const one of this.laid) if (!one.dropped) put(this.places, one);
    }
    return this.places.get(place) ?? [];
  }

  private forget(one: Laid): void {
    const there = this.places?.get(one.work.in);
    there?.delete(one);
    if (there?.size === 0) this.places?.delete(one.work.in);
  }
}

function put(places: Map<string, Set<Laid>>, one: Laid): void {
  const there = places.get(one.work.in);
  if (there) there.add(one);
  else places.set(one.work.in, new Set([one]));
}
