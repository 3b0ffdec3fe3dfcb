/** Where and why an expression cannot be read. Positions count characters from 0. */
export interface ParseProblem {
  message: string;
  from: number;
  to: number;
}

/** Thrown inside the reading of an expression, never out of it. */
export class Unreadable extends Error {
  override name = 'Unreadable';

  constructor(readonly problem: ParseProblem) {
    super(problem.message);
  }
}

/** @throws Unreadable */
export function unreadable(reason: string, { from, to }: { from: number; to: number }): never {
  throw new Unreadable({ message: `第 ${from + 1} 个字符处：${reason}`, from, to });
}
