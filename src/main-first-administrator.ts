/**
 * Lets the first administrators in, where no demonstration was loaded; as the owner of the database:
 *
 *   main-first-administrator.mjs --subject SUB --name 姓名 --city 210300 --organisation 某市数据局
 *
 * With --where-none nothing is done where somebody administers already, as at each start of an empty city.
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
    options: {
      ...{ subject: text, name: text, city: text, organisation: text },
      'where-none': { type: 'boolean', default: false },
    },
  });
  const { DATABASE_URL: url, PAYLOAD_KEYS } = process.env;
  if (!url) throw new Error('缺少环境变量 DATABASE_URL；参见 .env.example。');
  const dataSource = await openDatabase(url, PAYLOAD_KEYS, digestKeyOf(process.env));
  try {
    const { 'where-none': whereNone, ...administrator } = values;
    const letIn = await addFirstAdministrator(dataSource, { ...administrator, whereNone });
    const { name, subject } = administrator;
    process.stdout.write(
      letIn
        ? `${name}（${subject}）可以登录，并选择管理员的岗位。\n`
        : '已经设立过管理员，没有改动。\n',
    );
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`没有设立：${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
