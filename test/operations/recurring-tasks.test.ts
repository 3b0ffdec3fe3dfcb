/** What operators see of the tasks that a running API goes on with. */
import type { RecurringTaskListDto } from '../../src/operations/recurring-tasks/recurring-task.dto.js';
import en from '../../web/src/shared/locales/en.json' with { type: 'json' };
import zh from '../../web/src/shared/locales/zh.json' with { type: 'json' };
import { openApiStage, type ApiStage } from '../api/stage.js';
import { eventually } from '../workflow/stage.js';

const NAMES = Object.keys(zh.operations)
  .filter((key) => key.startsWith('task-'))
  .map((key) => key.slice('task-'.length));

let stage: ApiStage;
beforeAll(async () => {
  stage = await openApiStage({ env: { RECURRING_AT_MOST: '200ms' } });
}, 240_000);
afterAll(() => stage?.close(), 30_000);

it('are all of them, each by a name the pages know, with runs that come again and fail at nothing', async () => {
  const admin = await stage.as('admin');
  let late: string[] = [];
  const ranTwice = async () => {
    const list = await admin.get<RecurringTaskListDto>('/api/recurring-tasks');
    late = list.items.filter(({ runs }) => runs < 2).map((one) => `${one.name}: ${one.lastError}`);
    return list.items.length > 0 && late.length === 0 ? list.items : undefined;
  };
  const items = await eventually(() => `two runs of ${late.join()}`, ranTwice, 170_000);
  expect(items.filter(({ itemFailures }) => itemFailures > 0)).toEqual([]);
  expect(items.map(({ name }) => name).sort()).toEqual(NAMES.sort());
  expect(Object.keys(en.operations).sort()).toEqual(Object.keys(zh.operations).sort());
  expect(items.filter(({ oneProcess }) => oneProcess).map(({ name }) => name)).toEqual([
    'benefit-return-files',
    'key-expiry',
    'licence-reminders',
    'reseal',
    'retention',
    'stores-mark',
    'supervision-round',
    'task-reminders',
    'voided-licences',
  ]);
}, 180_000);

it('say what hinders one item and that the others go on', async () => {
  const admin = await stage.as('admin');
  await stage.dataSource.query(
    `INSERT INTO benefit_list (id, item, month, region, state, prepared_by)
     VALUES ('l', 'i', '2026-03', '210381', 'approved', 'p')`,
  );
  await stage.dataSource.query(
    `INSERT INTO benefit_batch (key, list_id, batch_no, lines) VALUES ('b', 'l', 'no such batch', '[]')`,
  );
  const task = await eventually('the batch to fail', async () => {
    const { items } = await admin.get<RecurringTaskListDto>('/api/recurring-tasks');
    return items.find(({ itemFailures }) => itemFailures > 0);
  });
  expect(task).toMatchObject({ name: 'benefit-return-files', failures: 0, failedInARow: 0 });
  expect(task.lastError).toMatch(/^benefit-return-files: batch b failed: /);
});

it.each(['hc-market-approver', 'zhang'])(
  'are shown to operators only, not to %s',
  async (account) => {
    const { status } = await (await stage.as(account)).call('GET', '/api/recurring-tasks');
    expect(status).toBe(403);
  },
);
