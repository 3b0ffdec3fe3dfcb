/** What is computed apart from requests: functions of plain data by their names, without I/O. */
export type Tasks = Readonly<Record<string, (...input: never[]) => unknown>>;

/** Computes a task somewhere. What it takes and gives back can be cloned (no functions, no classes). */
export interface Computing<T extends Tasks> {
  /** @throws DomainError `computation-too-costly`, `computation-busy` where it is bounded */
  run<K extends keyof T & string>(
    task: K,
    ...input: Parameters<T[K]>
  ): Promise<Awaited<ReturnType<T[K]>>>;
}

/** Without bounds, in this thread: for programs that nobody waits for. */
export const inPlace = <T extends Tasks>(tasks: T): Computing<T> => ({
  run: <K extends keyof T & string>(task: K, ...input: Parameters<T[K]>) =>
    Promise.resolve().then(() => tasks[task]!(...input)) as Promise<Awaited<ReturnType<T[K]>>>,
});
