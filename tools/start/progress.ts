/** What `npm start` tells the person who waits: one line per step, with seconds. */
export class Progress {
  private readonly started = Date.now();

  constructor(
    private readonly write: (text: string) => void = (text) => process.stdout.write(text),
  ) {}

  /** Runs a step and says how long it took, or that it failed. */
  async step<T>(title: string, work: () => Promise<T>): Promise<T> {
    const begun = Date.now();
    try {
      const result = await work();
      this.say(`✔ ${title}（${seconds(begun)} 秒）`);
      return result;
    } catch (error) {
      this.say(`✘ ${title}`);
      throw error;
    }
  }

  say(message: string): void {
    this.write(`[${seconds(this.started).padStart(5)} 秒] ${message}\n`);
  }

  /** Text as it is, without the time in front. */
  print(text: string): void {
    this.write(`${text}\n`);
  }
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}
