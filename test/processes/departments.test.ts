import { resolveDepartment } from '../../src/catalogue/authorities/index.js';
import type { DataSource } from 'typeorm';
import type { Element, ProcessModel } from '../../bpmn/model/process.js';
import { demonstrationItems, loadCatalogue } from '../../src/catalogue/items/index.js';
import { publishForms } from '../../src/install/demonstration/publish-forms.js';
import { publishProcesses } from '../../src/install/demonstration/publish-processes.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { type Organisation } from '../../src/people/organisations/index.js';
import { loadOrganisations, loadPeople } from '../../src/install/demonstration/index.js';
import { publishedModel } from '../../src/definitions/processes/index.js';
import { createTestDatabase } from '../servers/index.js';

/** 箭楼社区 of 响堂街道, Haicheng. */
const VILLAGE = '210381003009';
/** Cases that are led by who begins them: of drafts of items, the bureau that writes them. */
const LED_BY: Readonly<Record<string, string>> = { 'item-entry': 'o-210381-market' };
const items = demonstrationItems();

describe('every task of the demonstration', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await openDatabase(
      await createTestDatabase({
        name: 'demonstration_processes',
        async load(database) {
          await loadOrganisations(database);
          await loadPeople(database);
          await publishForms(database);
          await publishProcesses(database);
          await loadCatalogue(database);
        },
      }),
    );
  }, 120_000);
  afterAll(() => dataSource?.destroy());

  const elements = ({ body, called }: ProcessModel): Element[] => [
    ...Object.values(body.elements),
    ...Object.values(called).flatMap(elements),
  ];

  async function holdersOf({ id }: Organisation, role: string | undefined): Promise<number> {
    const [row] = await dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM post WHERE organisation_id = $1 AND ($2::text IS NULL OR role = $2)`,
      [id, role ?? null],
    );
    return row!.count;
  }

  it.each(items.map(({ processId, code }) => [processId, code]))(
    'of %s finds a department in 响堂街道, and somebody there who may do it',
    async (processId, code) => {
      const { model } = await publishedModel(dataSource.manager, processId);
      const tasks = elements(model).filter((element) => element.type === 'userTask');
      expect(tasks.length).toBeGreaterThan(0);
      for (const { id, assignment } of tasks) {
        if (assignment.role === 'applicant') continue;
        const { line, level, role } = assignment;
        const leadDepartment = LED_BY[processId];
        const query = { item: code, region: VILLAGE, line, level, leadDepartment };
        const department = await resolveDepartment(dataSource.manager, query);
        // Without a level it is whoever the item's authority names.
        expect([id, department?.level]).toEqual([id, level ?? department?.level ?? 'nobody']);
        expect([id, department!.name, (await holdersOf(department!, role)) > 0]).toEqual([
          id,
          department!.name,
          true,
        ]);
      }
    },
  );
});
