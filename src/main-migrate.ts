/**
 * Brings the schema up to date and loads what comes with a release: the calendar, diagrams and
 * decisions. `DEMONSTRATION=on` loads the demonstration's city besides: its bodies with the words of
 * their documents, people, items and older cases. Safe to repeat.
 */
import 'reflect-metadata';
import { loadCatalogue } from './catalogue/index.js';
import { loadCalendar } from './calendar/index.js';
import { loadDocumentWords } from './papers/index.js';
import { dayLengthOf, isOn } from './platform/config.js';
import { digestKeyOf } from './platform/digest-key.js';
import {
  bringOlderCases,
  loadOrganisations,
  loadPeople,
  publishDecisions,
  publishForms,
  publishProcesses,
  settleDemonstration,
} from './install/demonstration/index.js';
import { grantService, migrate } from './install/schema/index.js';
import { openDatabase } from './platform/database/index.js';
import { requireKeys } from './platform/requirements/index.js';

const url = process.env.DATABASE_URL;
if (!url) throw new Error('缺少环境变量 DATABASE_URL；参见 .env.example。');
const digestKey = digestKeyOf(process.env);
const dataSource = await openDatabase(url, process.env.PAYLOAD_KEYS, digestKey);
try {
  await migrate(dataSource);
  if (process.env.DATABASE_APP_USER) await grantService(dataSource, process.env.DATABASE_APP_USER);
  if (digestKey) await requireKeys(dataSource);
  await loadCalendar(dataSource);
  const { DEMONSTRATION, DEMO_DAY, DEMO_OLDER_CASES } = process.env;
  const demonstration = isOn('DEMONSTRATION', DEMONSTRATION);
  if (demonstration) {
    await loadOrganisations(dataSource);
    await loadPeople(dataSource, digestKey);
    await loadDocumentWords(dataSource);
  }
  await publishForms(dataSource);
  await publishDecisions(dataSource);
  await publishProcesses(dataSource);
  if (demonstration) {
    await loadCatalogue(dataSource);
    await settleDemonstration(dataSource);
    // Where a day lasts seconds, all of them are overdue in minutes: only who asks for them gets them.
    if (digestKey && (!DEMO_DAY || DEMO_OLDER_CASES))
      await bringOlderCases(dataSource, { dayLength: dayLengthOf(process.env), digestKey });
  }
} finally {
  await dataSource.destroy();
}
