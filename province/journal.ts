import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Records kept in memory and appended to a file, one JSON line each; the last line of a key wins.
 * Enough for a stand-in: a killed process loses at most the line it was writing.
 */
export class Journal<T> {
  private readonly records = new Map<string, T>();
  private readonly file: number;

  constructor(
    path: string,
    private readonly keyOf: (record: T) => string,
  ) {
    mkdirSync(dirname(path), { recursive: true });
    this.file = openSync(path, 'a+');
    for (const line of readFileSync(path, 'utf8').split('\n')) this.load(line);
    // A torn last line must not swallow the next record.
    writeSync(this.file, '\n');
  }

  private load(line: string) {
    if (line === '') return;
    try {
      const record = JSON.parse(line) as T;
      this.records.set(this.keyOf(record), record);
    } catch {
      // The line that was being written when the process was killed; its caller got no answer.
    }
  }

  get(key: string): T | undefined {
    return this.records.get(key);
  }

  put(record: T): T {
    writeSync(this.file, `${JSON.stringify(record)}\n`);
    this.records.set(this.keyOf(record), record);
    return record;
  }

  values(): IterableIterator<T> {
    return this.records.values();
  }

  get size(): number {
    return this.records.size;
  }

  close() {
    closeSync(this.file);
  }
}
