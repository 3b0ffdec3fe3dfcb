import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from './journal.js';

interface Entry {
  key: string;
  value: number;
}

const byKey = (entry: Entry) => entry.key;
const newFile = () => join(mkdtempSync(join(tmpdir(), 'journal-')), 'deep', 'entries.jsonl');

describe('a journal', () => {
  it('has the last record of each key after a restart', () => {
    const file = newFile();
    const first = new Journal(file, byKey);
    first.put({ key: 'a', value: 1 });
    first.put({ key: 'b', value: 2 });
    first.put({ key: 'a', value: 3 });
    first.close();
    const second = new Journal(file, byKey);
    expect([...second.values()]).toEqual([
      { key: 'a', value: 3 },
      { key: 'b', value: 2 },
    ]);
    expect(second.size).toBe(2);
    second.close();
  });

  it('loses at most the line that was being written when the process was killed', () => {
    const file = newFile();
    const first = new Journal(file, byKey);
    first.put({ key: 'a', value: 1 });
    first.close();
    appendFileSync(file, '{"key":"b","val');
    const second = new Journal(file, byKey);
    second.put({ key: 'c', value: 3 });
    second.close();
    const third = new Journal(file, byKey);
    expect([...third.values()].map(byKey)).toEqual(['a', 'c']);
    third.close();
  });
});
