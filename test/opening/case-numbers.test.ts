/** Numbers of cases when the serial has come round to some that are given out, on a real PostgreSQL. */
import type { DataSource } from 'typeorm';
import { takeCaseNumbers } from '../../src/cases/opening/index.js';
import { isCaseNumber, nextCaseNumber } from '../../src/cases/opening/case-number.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { createTestDatabase } from '../servers/index.js';

/** All serials before the sequence begins them again. */
const ROUND = 100_000;
const REGION = '210381003';
const LONG_AGO = { region: REGION, day: '20190304' };

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openDatabase(await createTestDatabase());
});
afterAll(() => dataSource?.destroy());

const continueAt = (serial: number) =>
  dataSource.query(`SELECT setval('case_serial', $1, false)`, [ROUND + serial]);

/** Cases that were given these serials before. */
async function give(serials: number[], of: { region: string; day?: string }): Promise<string[]> {
  await continueAt(serials[0]!);
  const numbers = await takeCaseNumbers(
    dataSource.manager,
    serials.map(() => of),
  );
  await dataSource.query(
    `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
       calendar_version, region, applicant_id, lead_department, state, submitted_at, form)
     SELECT number, 'i', 1, '事项', 'p', 'h', 'v', $2, 'zhang', 'o', 'archived', now(), '{}'
       FROM unnest($1::text[]) AS number`,
    [numbers, of.region],
  );
  return numbers;
}

describe('case numbers', () => {
  it('pass over those that an earlier import gave out of the same region and day', async () => {
    const taken = await give([10, 11, 12], LONG_AGO);
    await continueAt(11);
    const another = { region: '210302001', day: LONG_AGO.day };
    const cases = [LONG_AGO, another, LONG_AGO, LONG_AGO];
    const numbers = await takeCaseNumbers(dataSource.manager, cases);
    expect(new Set([...taken, ...numbers]).size).toBe(taken.length + cases.length);
    expect(numbers.map((number) => number.slice(0, 14))).toEqual(
      cases.map(({ region, day }) => region.slice(0, 6) + day),
    );
    expect(numbers.every(isCaseNumber)).toBe(true);
    // The same serial of another region is free.
    expect(numbers[1]!.slice(15, 20)).toBe('00012');
  });

  it('pass over those of a full morning', async () => {
    const taken = await give([500, 501, 502], { region: REGION });
    await continueAt(500);
    expect(taken).not.toContain(await nextCaseNumber(dataSource.manager, REGION));
  });

  it('run out in a sentence, not by the table’s key', async () => {
    await give(
      Array.from({ length: 40 }, (_, more) => 900 + more),
      LONG_AGO,
    );
    await continueAt(900);
    await expect(takeCaseNumbers(dataSource.manager, [LONG_AGO])).rejects.toMatchObject({
      status: 503,
      code: 'case-numbers-used-up',
    });
  });
});
