/** The small city of the workflow tests, with enough people at desks to hand tasks to one another. */
import type { DataSource } from 'typeorm';
import type { Actor } from '../../src/cases/commands/index.js';
import {
  APPLICANT,
  BY_HANDLER,
  diagram,
  openStage,
  type Play,
  type Stage,
} from '../workflow/stage.js';
import type { VerbsByName } from '../workflow/verbs-by-name.js';

const desk = (n: number): Actor => ({
  personId: `p-h${n}`,
  postId: `post-h${n}`,
  organisationId: 'o-market',
  role: 'handler',
  name: `经办${n}`,
});

/** Three handlers at one desk, one at the township's branch of the line, one of another department. */
export const [H1, H2, H3] = [desk(1), desk(2), desk(3)];
export const BRANCH: Actor = {
  ...{ personId: 'p-branch', postId: 'post-branch', organisationId: 'o-branch' },
  ...{ role: 'handler', name: '所里' },
};
export const FIRE: Actor = {
  ...{ personId: 'p-fire', postId: 'post-fire', organisationId: 'o-fire' },
  ...{ role: 'handler', name: '消防' },
};
export { APPLICANT };

export interface Town extends Stage {
  verbs: VerbsByName;
}

/** Steps one after the other: window, review, decide; an applicant's correction on the way. */
export const steps = diagram(
  'stairs',
  `<startEvent id="start"/>
   <userTask id="window" name="收件" ${BY_HANDLER} onestop:act="collect"/>
   <exclusiveGateway id="again"/>
   <userTask id="review" name="审核" ${BY_HANDLER} onestop:outcomes="pass=通过;correct=补正"/>
   <exclusiveGateway id="which" default="on"/>
   <userTask id="fix" name="补正" onestop:role="applicant" onestop:act="correct"/>
   <userTask id="decide" name="决定" ${BY_HANDLER} onestop:act="decide" onestop:outcomes="grant=准予;refuse=不予"/>
   <userTask id="hand" name="送达" ${BY_HANDLER}/>
   <endEvent id="end"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="window"/>
   <sequenceFlow id="f2" sourceRef="window" targetRef="again"/>
   <sequenceFlow id="f3" sourceRef="again" targetRef="review"/>
   <sequenceFlow id="f4" sourceRef="review" targetRef="which"/>
   <sequenceFlow id="on" sourceRef="which" targetRef="decide"/>
   <sequenceFlow id="f5" sourceRef="which" targetRef="fix"><conditionExpression>=review.outcome = "correct"</conditionExpression></sequenceFlow>
   <sequenceFlow id="f6" sourceRef="fix" targetRef="again"/>
   <sequenceFlow id="f7" sourceRef="decide" targetRef="hand"/>
   <sequenceFlow id="f8" sourceRef="hand" targetRef="end"/>`,
);

export async function openTown(plays: Record<string, Play>): Promise<Town> {
  const stage = await openStage(plays);
  await furnish(stage.dataSource);
  return Object.assign(stage, { verbs: stage.tasks });
}

async function furnish(dataSource: DataSource): Promise<void> {
  await dataSource.query(`
    INSERT INTO region (code, name, level, parent) VALUES ('210381003', '响堂街道', 'township', '210381');
    INSERT INTO organisation (id, name, kind, line, level, region, service_area) VALUES
      ('o-branch', '响堂市场监管所', 'branch', 'market', 'township', NULL, ARRAY['210381']),
      ('o-fire', '海城市消防救援大队', 'department', 'fire', 'county', '210381', '{}');`);
  for (const { personId, postId, organisationId, role, name } of [H1, H2, H3, BRANCH, FIRE]) {
    await dataSource.query(
      `INSERT INTO person (id, account, name, subject, kind) VALUES ($1, $1, $2, $1, 'staff')`,
      [personId, name],
    );
    await dataSource.query(
      `INSERT INTO post (id, person_id, organisation_id, role, title) VALUES ($1, $2, $3, $4, $5)`,
      [postId, personId, organisationId, role, '经办'],
    );
  }
}

export interface TaskState {
  state: string;
  assignee: string | null;
  delegator: string | null;
  department: string | null;
  held: boolean;
}

export async function stateOf(dataSource: DataSource, taskId: string): Promise<TaskState> {
  const [row] = await dataSource.query<TaskState[]>(
    `SELECT state, assignee_person AS assignee, delegator_person AS delegator,
            department_id AS department, held IS NOT NULL AS held FROM task WHERE id = $1`,
    [taskId],
  );
  return row!;
}

/** The open side tasks beside a task, by the person they were given to. */
export async function signing(
  dataSource: DataSource,
  taskId: string,
): Promise<Record<string, string>> {
  const rows = await dataSource.query<{ id: string; person: string }[]>(
    `SELECT id, assignee_person AS person FROM task WHERE parent_task = $1 AND state = 'open'`,
    [taskId],
  );
  return Object.fromEntries(rows.map(({ id, person }) => [person, id]));
}

/** What a refusal says. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
