/**
 * `npm run sql`: holds every statement of `src` and `activities` against the schema as the migrations
 * make it, in an embedded PostgreSQL of its own: parameters, columns, types, what may be null.
 * Then the former release's statements, kept when it was made: `npm run sql -- --keep` keeps this one's.
 * Ends with 1 when something does not agree.
 */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { migrate } from '../../src/install/schema/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { startPostgres } from '../embedded/postgres.js';
import { ROOT } from '../start/settings.js';
import { checkProgram } from './check-program.js';
import { tell } from './findings.js';
import { checkFormer, keepStatements } from './former.js';
import { Program } from './program.js';

/** The platform's own code; migrations are proven by being run. */
const OURS = /\/(src|activities)\/(?!.*(\.test\.ts$|\/migrations\/))/;

const { values: asked } = parseArgs({ options: { keep: { type: 'boolean' } } });
const dir = mkdtempSync(join(tmpdir(), 'onestop-sql-'));
// The server makes its folder while the code is read; nothing of it is kept.
const starting = startPostgres({ dir, settings: ['fsync=off'] });
const program = readProgram();
const server = await starting;
try {
  const database = await openDatabase(server.url);
  await migrate(database).finally(() => database.destroy());
  const { calls, statements, findings } = await checkProgram(program, server.url, ROOT);
  if (asked.keep)
    console.log(`保存了本版本的 ${await keepStatements(server.url, statements)} 条语句`);
  findings.push(...(await checkFormer(server.url)));
  for (const finding of findings) console.error(tell(finding));
  console.log(`${calls} 处查询，${statements.length} 条语句，${findings.length} 处不符`);
  process.exitCode = Number(findings.length > 0);
} finally {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}

function readProgram(): Program {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }: ts.Diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
  const config = ts.getParsedCommandLineOfConfigFile(join(ROOT, 'tsconfig.json'), {}, host)!;
  const files = config.fileNames.filter((file) => OURS.test(file.slice(ROOT.length)));
  const program = ts.createProgram(files, config.options);
  const ours = new Set(files);
  return new Program(program, (file) => ours.has(file));
}
