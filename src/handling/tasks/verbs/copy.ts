/** 抄送: others may read the case as it goes. */
import { namesOfTask } from '../../../cases/index.js';
import { tell } from '../../../notifications/index.js';
import { unprocessable } from '../../../platform/errors.js';
import { deskOf } from '../desks.js';
import { verbInTables } from './perform.js';
import { Text, Texts } from '../../../platform/http/index.js';

export class CopiesDto {
  @Texts({ most: 50, max: 200, description: '抄送给哪些岗位上的人' })
  posts: string[];

  @Text({ max: 500, optional: true })
  note?: string;
}

/**
 * A person has one copy of a task, however often it is sent, and hears of it when it is new to them: sent
 * first, again after it was recalled, or with another note.
 * @throws DomainError `nobody-asked`, `post-not-found`
 */
export const copy = verbInTables<CopiesDto>({
  name: 'copy',
  operation: { id: 'copyTask', method: 'post', path: 'copies', summary: '抄送' },
  request: CopiesDto,
  gates: [],
  async run({ manager, task, actor, key, asked: { posts, note = '' } }) {
    if (posts.length === 0)
      throw unprocessable('nobody-asked', '请选择抄送的人员。', { field: 'posts' });
    const people: string[] = [];
    for (const post of posts) people.push((await deskOf(manager, post)).personId);
    const sent = await manager.query<{ person: string }[]>(
      `INSERT INTO task_copy (task_id, case_number, person_id, by_person, note)
       SELECT $1, $2, person, $4, $5 FROM unnest($3::text[]) AS person
       ON CONFLICT (task_id, person_id) DO UPDATE
         SET recalled_at = NULL, by_person = excluded.by_person, note = excluded.note, at = now()
       WHERE task_copy.recalled_at IS NOT NULL OR excluded.note NOT IN ('', task_copy.note)
       RETURNING person_id AS person`,
      [task.id, task.case_number, [...new Set(people)], actor.personId, note],
    );
    const names = await namesOfTask(manager, task.id);
    const about = { kind: 'copy', id: task.id } as const;
    const persons = sent.map(({ person }) => person);
    const told = { persons, caseNumber: names.case, about, facts: names };
    await tell(manager, [{ occasion: 'copied', key: `${task.id}/${key}`, ...told }]);
    return { opinion: note, data: { people } };
  },
});
