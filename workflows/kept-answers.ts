/** Answers that commands got, for those who ask again. */
import type { CaseAnswer } from './contracts/case.js';

/** So many are kept; older ones are answered from the command's row. */
const KEPT_ANSWERS = 100;

export class KeptAnswers {
  private readonly answers: Map<string, CaseAnswer>;

  constructor(carried: Iterable<[string, CaseAnswer]>) {
    this.answers = new Map(carried);
  }

  has(command: string): boolean {
    return this.answers.has(command);
  }

  get(command: string): CaseAnswer | undefined {
    return this.answers.get(command);
  }

  /** The eldest goes when there are too many. */
  keep(command: string, answer: CaseAnswer): void {
    this.answers.set(command, answer);
    if (this.answers.size > KEPT_ANSWERS) this.answers.delete(this.answers.keys().next().value!);
  }

  list(): [string, CaseAnswer][] {
    return [...this.answers];
  }
}
