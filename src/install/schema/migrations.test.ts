/**
 * Migrations are safe beside the version before: they **expand** the schema, so that the former release goes
 * on working while API and workers are exchanged. What takes away is a **contraction** of its own, in a
 * later release than the code that no longer needs it, and says of which.
 */
import type { QueryRunner } from 'typeorm';
import { migrations } from './migrations/index.js';

/** Up to here the schema was made before there was a release to stand beside. */
const BEFORE_RULE = 1_760_000_000_240;

/** What the former release may trip over. */
const CONTRACTS: readonly [name: string, pattern: RegExp][] = [
  ['drops', /\bDROP\s+(TABLE|COLUMN|VIEW|FUNCTION|TYPE|SEQUENCE|SCHEMA)\b/i],
  ['renames', /\bRENAME\b/i],
  ['changes a type', /\bALTER\s+(COLUMN\s+)?\w+\s+(SET\s+DATA\s+)?TYPE\b/i],
  ['forbids null', /\bSET\s+NOT\s+NULL\b/i],
  ['takes a default away', /\bDROP\s+DEFAULT\b/i],
  ['narrows what is allowed', /\bADD\s+(CONSTRAINT\s+\w+\s+)?(CHECK|UNIQUE|PRIMARY|FOREIGN)\b/i],
  [
    'adds a column that must be given',
    /\bADD\s+COLUMN\b(?![^,;]*\bDEFAULT\b)[^,;]*\bNOT\s+NULL\b/i,
  ],
  ['makes unique what was not', /\bCREATE\s+UNIQUE\s+INDEX\b/i],
];

/** A list of texts that is told anew, longer: dropped and added by one name. */
const TOLD_ANEW = /\bDROP CONSTRAINT (\w+),\s*ADD CONSTRAINT \1\s+CHECK \(\w+ IN\b/gi;

const contractions = (text: string): string[] =>
  CONTRACTS.filter(([, pattern]) => pattern.test(text.replace(TOLD_ANEW, ''))).map(
    ([name]) => name,
  );

/** What a migration asks of the database; queries it goes by get no rows. */
async function statementsOf(migration: (typeof migrations)[number]): Promise<string> {
  const asked: string[] = [];
  const runner = {
    query: (sql: string) => {
      asked.push(sql);
      return Promise.resolve([]);
    },
  };
  await new migration().up(runner as unknown as QueryRunner);
  return asked.join(';\n');
}

const numberOf = (name: string): number => Number(/\d+$/.exec(name)![0]);
const ruled = migrations.filter((one) => numberOf(new one().name) > BEFORE_RULE);

it.each(ruled.map((one) => [new one().name, one] as const))(
  '%s expands, or says what it contracts',
  async (_, migration) => {
    const { contracts } = new migration() as { contracts?: string };
    const found = contractions(await statementsOf(migration));
    if (contracts === undefined) expect(found).toEqual([]);
    // With a reason that names the release since which nothing needs it.
    else
      expect([found.length > 0, contracts]).toEqual([
        true,
        expect.stringMatching(/^since \S+: .{10,}/),
      ]);
  },
);

it.each([
  ['DROP TABLE a', 'drops'],
  ['ALTER TABLE a DROP COLUMN b', 'drops'],
  ['ALTER TABLE a RENAME COLUMN b TO c', 'renames'],
  ['ALTER TABLE a ALTER COLUMN b TYPE bigint', 'changes a type'],
  ['ALTER TABLE a ALTER b SET DATA TYPE bigint', 'changes a type'],
  ['ALTER TABLE a ALTER b SET NOT NULL', 'forbids null'],
  ['ALTER TABLE a ALTER b DROP DEFAULT', 'takes a default away'],
  ['ALTER TABLE a ADD CONSTRAINT c CHECK (b > 0)', 'narrows what is allowed'],
  ['ALTER TABLE a ADD UNIQUE (b)', 'narrows what is allowed'],
  ['ALTER TABLE a ADD COLUMN b int NOT NULL', 'adds a column that must be given'],
  ['CREATE UNIQUE INDEX a ON b (c)', 'makes unique what was not'],
])('%s: %s', (sql, what) => {
  expect(contractions(sql)).toEqual([what]);
});

it('lets through what the former release does not see', () => {
  const sql = `CREATE TABLE a (b int NOT NULL, CHECK (b > 0)); ALTER TABLE c ADD COLUMN d int,
    ADD COLUMN e int NOT NULL DEFAULT 0; CREATE INDEX f ON c (d); DROP INDEX g`;
  expect(contractions(sql)).toEqual([]);
});
