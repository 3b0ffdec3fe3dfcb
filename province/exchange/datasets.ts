import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problems.js';

type ExchangeRecord = Record<string, unknown>;

/** The data sets of the exchange: one JSON file each, a list of records. */
export class Datasets {
  private readonly sets = new Map<string, ExchangeRecord[]>();

  constructor(demonstrationDir: string) {
    const folder = join(demonstrationDir, 'exchange');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const records = JSON.parse(readFileSync(join(folder, file), 'utf8')) as ExchangeRecord[];
      this.sets.set(file.slice(0, -'.json'.length), records);
    }
  }

  /**
   * The records whose person or firm is the one asked for.
   * @throws Problem 404 for an unknown data set
   */
  lookUp(dataset: string, number: string): ExchangeRecord[] {
    const records = this.sets.get(dataset);
    if (!records) throw new Problem(404, 'unknown-dataset', `没有数据集 ${dataset}。`);
    return records.filter((record) => record.idNumber === number || record.creditCode === number);
  }
}
