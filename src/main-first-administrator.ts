/**
 * Lets the first administrators in, where no demonstration was loaded; as the owner of the database:
 *
 *   main-first-administrator.mjs --subject SUB --name 姓名 --city 210300 --organisation 某市数据局
 *
 * SUB is who the province's sign-on says the person is.
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { addFirstAdministrator } from './install/index.js';
import { openDatabase } from './platform/database/index.js';
import { digestKeyOf } from './platform/digest-key.js';

const text = { type: 'string', default: '' } as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { subject: text, name: text, city: text, organisation: text },
  });
  const { DATABASE_URL: url, PAYLOAD_KEYS } = process.env;
  if (!url) throw new Error('缺少环境变量 DATABASE_URL；参见 .env.example。');
  const dataSource = await openDatabase(url, PAYLOAD_KEYS, digestKeyOf(process.env));
  try {
    await addFirstAdministrator(dataSource, values);
    process.stdout.write(`${values.name}（${values.subject}）可以登录，并选择管理员的岗位。\n`);
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`没有设立：${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
