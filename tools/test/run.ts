/** A run of the tests in phases, each counted, timed and named where it fails. */

export interface Count {
  passed: number;
  failed: number;
  /** What failed, by name; the phase's title stands for it when there is none. */
  failures?: string[];
}

/** From here on a run is too long to be waited for before each push, seconds. */
const TOO_LONG = 30 * 60;

const secondsSince = (began: number): number => Math.round((Date.now() - began) / 1000);

const minutes = (seconds: number): string =>
  seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;

export class TestRun {
  private readonly began = Date.now();
  private readonly phases: { title: string; count: Count; seconds: number }[] = [];

  /** Runs a phase under a heading; whatever keeps it from running is a failure of its own. */
  async phase(title: string, work: () => Promise<Count>): Promise<void> {
    const began = Date.now();
    console.log(`\n━━ ${title}`);
    const count = await work().catch((error: unknown): Count => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    const seconds = secondsSince(began);
    this.phases.push({ title, count, seconds });
    console.log(`━━ ${title}：${count.passed} 通过，${count.failed} 失败，${minutes(seconds)}`);
  }

  /**
   * Tells how long each phase took, what failed, and last the line `N passed, N failed`.
   * @returns whether everything passed
   */
  end(): boolean {
    const seconds = secondsSince(this.began);
    console.log('\n━━ 用时');
    for (const phase of this.phases) {
      console.log(`${minutes(phase.seconds).padStart(10)}  ${phase.title}`);
    }
    console.log(`${minutes(seconds).padStart(10)}  合计`);
    if (seconds > TOO_LONG) {
      console.log(
        `⚠ 测试用了 ${minutes(seconds)}，超过 30 分钟：请看上面哪个阶段变长了，把它缩短。`,
      );
    }
    for (const failure of this.phases.flatMap(namesOf)) console.log(`✗ ${failure}`);
    const sum = (of: 'passed' | 'failed') =>
      this.phases.reduce((total, { count }) => total + count[of], 0);
    console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
    return sum('failed') === 0;
  }
}

function namesOf({ title, count }: { title: string; count: Count }): string[] {
  if (count.failed === 0) return [];
  return count.failures?.length ? count.failures : [title];
}
