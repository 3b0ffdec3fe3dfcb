/** Percentiles of what was measured, in ms. */
export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

/** Nearest-rank percentiles; zeros when nothing was measured. */
export function percentiles(samples: number[]): Percentiles {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export type Act = 'submit' | 'claim' | 'complete';

/** Collects durations by act while the measurement runs. */
export class Stopwatch {
  private readonly samples: Record<Act, number[]> = { submit: [], claim: [], complete: [] };
  measuring = false;

  async time<T>(act: Act, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await work();
    if (this.measuring) this.samples[act].push(performance.now() - started);
    return result;
  }

  result(): Record<Act, Percentiles> {
    const { submit, claim, complete } = this.samples;
    return {
      submit: percentiles(submit),
      claim: percentiles(claim),
      complete: percentiles(complete),
    };
  }
}
