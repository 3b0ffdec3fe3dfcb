/** What the city's own bodies say of a diagram, also where a line or a role is an expression. */
import type { DataSource } from 'typeorm';
import type { ProcessModel, UserTask } from '../../bpmn/model/process.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { assignmentsOf } from '../../src/definitions/computing/assignments.js';
import { cityFindings } from '../../src/definitions/processes/city-findings.js';
import { createTestDatabase } from '../servers/index.js';

type Assigned = Pick<UserTask, 'assignment' | 'assignedBy'>;

describe('who there is in the city for a task', () => {
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = await openDatabase(await createTestDatabase());
    await dataSource.query(`
      INSERT INTO region (code, name, level) VALUES ('210381', '海城市', 'county');
      INSERT INTO organisation (id, name, kind, line, level, region)
        VALUES ('o-fire', '消防', 'department', 'fire', 'county', '210381');
      INSERT INTO person (id, account, name, subject, kind) VALUES ('p', 'p', 'p', 's-p', 'staff');
      INSERT INTO post (id, person_id, organisation_id, role, title)
        VALUES ('post', 'p', 'o-fire', 'handler', '经办');`);
  }, 120_000);
  afterAll(() => dataSource?.destroy());

  const found = async ({ assignment, assignedBy }: Assigned) => {
    const task = { id: 't', type: 'userTask', name: '会签', assignment, assignedBy };
    const model = { id: 'p', body: { elements: { t: task }, flows: [] } };
    const findings = await cityFindings(
      dataSource.manager,
      assignmentsOf([model as unknown as ProcessModel]),
    );
    return findings.map(({ message }) => message);
  };

  it('knows an expression that always yields the same', async () => {
    const level = 'county' as const;
    const role = { level, role: 'handler' };
    expect(await found({ assignment: role, assignedBy: { line: { feel: '"fire"' } } })).toEqual([]);
    const [none] = await found({ assignment: role, assignedBy: { line: { feel: '"tax"' } } });
    expect(none).toContain('条：tax');
  });

  it('looks at the rest where the case decides', async () => {
    const assignedBy = { line: { feel: 'body' } };
    expect(await found({ assignment: { level: 'county', role: 'handler' }, assignedBy })).toEqual(
      [],
    );
    const [none] = await found({ assignment: { level: 'township', role: 'handler' }, assignedBy });
    expect(none).toContain('条：由办件确定');
    const either = { line: { feel: 'if form.big then "fire" else "tax"' } };
    const assignment = { level: 'county' as const, role: 'handler' };
    expect(await found({ assignment, assignedBy: either })).toEqual([]);
  });
});
