/** Brings the schema up to date and loads what the city and its demonstration need; safe to repeat. */
import 'reflect-metadata';
import { loadCatalogue } from '../catalogue/index.js';
import { loadCalendar } from '../calendar/index.js';
import { loadDocumentWords } from '../official-documents/index.js';
import { loadOrganisations, loadPeople } from '../organisations/index.js';
import { digestKeyOf } from '../platform/digest-key.js';
import { publishDecisions } from './demonstration/publish-decisions.js';
import { publishProcesses } from './demonstration/publish-processes.js';
import { migrate, openDatabase } from './index.js';

const url = process.env.DATABASE_URL;
if (!url) throw new Error('缺少环境变量 DATABASE_URL；参见 .env.example。');
const dataSource = await openDatabase(url);
try {
  await migrate(dataSource);
  await loadOrganisations(dataSource);
  await loadDocumentWords(dataSource);
  await loadPeople(dataSource, digestKeyOf(process.env.PAYLOAD_KEYS));
  await loadCalendar(dataSource);
  await publishDecisions(dataSource);
  await publishProcesses(dataSource);
  await loadCatalogue(dataSource);
} finally {
  await dataSource.destroy();
}
