import type { DataSource } from 'typeorm';
import { openDatabase } from '../../src/platform/database/index.js';
import { createTestDatabase } from '../servers/index.js';

describe('a connection to the database', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await openDatabase(await createTestDatabase());
  });
  afterAll(() => dataSource?.destroy());

  it('prepares a statement with parameters once, however often it is sent', async () => {
    await dataSource.transaction(async (manager) => {
      for (const number of [1, 2, 3]) {
        await expect(manager.query(`SELECT $1::int + 1 AS next`, [number])).resolves.toEqual([
          { next: number + 1 },
        ]);
      }
      const [{ prepared }] = await manager.query<[{ prepared: number }]>(
        `SELECT count(*)::int AS prepared FROM pg_prepared_statements WHERE statement LIKE '%AS next'`,
      );
      expect(prepared).toBe(1);
    });
  });

  it('goes on with a statement that failed once', async () => {
    const half = (number: number) => dataSource.query(`SELECT 1 / $1::int AS part`, [number]);
    await expect(half(0)).rejects.toThrow('division by zero');
    await expect(half(1)).resolves.toEqual([{ part: 1 }]);
  });

  it('does statements asked for together in their order, each with its own answer', async () => {
    await dataSource.transaction(async (manager) => {
      await manager.query(`CREATE TEMPORARY TABLE kept (place serial, value int) ON COMMIT DROP`);
      const values = Array.from({ length: 60 }, (_, value) => value);
      const answers = await Promise.all(
        values.map(async (value) => {
          const [row] = await manager.query<{ value: number }[]>(
            `INSERT INTO kept (value) VALUES ($1) RETURNING value`,
            [value],
          );
          return row!.value;
        }),
      );
      expect(answers).toEqual(values);
      const rows = await manager.query<{ value: number }[]>(
        `SELECT value FROM kept ORDER BY place`,
      );
      expect(rows.map(({ value }) => value)).toEqual(values);
    });
  });

  it('tells the first failure of several, and goes on afterwards', async () => {
    const failing = dataSource.transaction((manager) =>
      Promise.all([
        manager.query(`SELECT $1::int`, [1]),
        manager.query(`SELECT 1 / $1::int`, [0]),
        manager.query(`SELECT $1::int`, [2]),
      ]),
    );
    await expect(failing).rejects.toThrow('division by zero');
    await expect(dataSource.query(`SELECT $1::int AS one`, [1])).resolves.toEqual([{ one: 1 }]);
  });

  describe('in a transaction, which begins on the way of its first statement', () => {
    beforeAll(() => dataSource.query(`CREATE TABLE noted (value int NOT NULL)`));
    const noted = async () => {
      const rows = await dataSource.query<{ value: number }[]>(`SELECT value FROM noted`);
      return rows.map(({ value }) => value);
    };
    const note = (value: number | null) => [`INSERT INTO noted VALUES ($1)`, [value]] as const;

    it('keeps all of it or none, whichever statement fails', async () => {
      const failing = (...values: (number | null)[]) =>
        dataSource.transaction(async (manager) => {
          for (const value of values) await manager.query(...note(value));
        });
      await failing(1, 2);
      await expect(failing(3, null)).rejects.toThrow('not-null');
      await expect(failing(null, 4)).rejects.toThrow('not-null');
      await expect(
        dataSource.transaction(async (manager) => {
          await Promise.all([manager.query(...note(5)), manager.query(...note(6))]);
          throw new Error('thought better of it');
        }),
      ).rejects.toThrow('thought better of it');
      expect(await noted()).toEqual([1, 2]);
    });

    it('keeps what stands before a part that is taken back', async () => {
      await dataSource.transaction(async (manager) => {
        await manager.query(...note(7));
        const part = manager.transaction(async (inner) => {
          await inner.query(...note(8));
          throw new Error('taken back');
        });
        await expect(part).rejects.toThrow('taken back');
      });
      expect(await noted()).toEqual([1, 2, 7]);
    });

    it('asks nothing of the server for one without a statement, and leaves none open', async () => {
      const runner = dataSource.createQueryRunner();
      const within = async () => {
        const [row] = await runner.manager.query<[{ within: boolean }]>(
          `SELECT transaction_timestamp() <> statement_timestamp() AS within`,
        );
        return row.within;
      };
      await runner.startTransaction();
      await runner.query(`SELECT 1`);
      expect(await within()).toBe(true);
      await runner.commitTransaction();
      for (const end of ['commitTransaction', 'rollbackTransaction'] as const) {
        await runner.startTransaction();
        await runner[end]();
        await runner.query(`SELECT 1`);
        expect(await within()).toBe(false);
      }
      await runner.release();
    });
  });
});
