/** Several people at the same tasks, at once and in any order: what must stay true of them. */
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { verifyCases } from '../../src/cases/verification/index.js';
import { type Actor } from '../../src/cases/commands/index.js';
import { openTask } from '../workflow/stage.js';
import { codeOf, FIRE, H1, H2, H3, openTown, stateOf, steps, type Town } from './town.js';

let town: Town;
beforeAll(async () => {
  town = await openTown({ stairs: { xml: steps } });
}, 120_000);
afterAll(() => town?.close());

const PEOPLE = [H1, H2, H3, FIRE];
const key = () => randomUUID();

type Act = { verb: string; who: number; whom: number; first: boolean };

const VERBS = [
  ...['claim', 'release', 'transfer', 'delegate', 'give-back', 'end-delegation', 'complete'],
  ...['sign-before', 'sign-after', 'removal', 'answer', 'recall', 'send-back', 'copy'],
];

const acts = fc.record({
  verb: fc.constantFrom(...VERBS),
  who: fc.nat(PEOPLE.length - 1),
  whom: fc.nat(PEOPLE.length - 1),
  first: fc.boolean(),
});

/** One step of the case that everybody tries their verbs on: the diagram's open task, or the last done. */
async function taskOf(number: string): Promise<{ id: string; element: string }> {
  const [row] = await town.dataSource.query<{ id: string; element: string }[]>(
    `SELECT id, element FROM task WHERE case_number = $1 AND origin = 'diagram'
      ORDER BY state = 'open' DESC, completed_at DESC NULLS LAST LIMIT 1`,
    [number],
  );
  return row!;
}

async function doIt(number: string, { verb, who, whom, first }: Act): Promise<string> {
  const actor = PEOPLE[who]!;
  const post = PEOPLE[whom]!.postId!;
  const { id, element } = await taskOf(number);
  const why = { reason: '测试' };
  switch (verb) {
    case 'claim':
      return codeOf(town.tasks.claim(id, actor));
    case 'release':
      return codeOf(town.tasks.release(id, actor));
    case 'transfer':
      return codeOf(town.verbs.transfer(id, actor, { post, ...why }, key()));
    case 'delegate':
      return codeOf(town.verbs.delegate(id, actor, { post, ...why }, key()));
    case 'give-back':
      return codeOf(town.verbs.giveBack(id, actor, { opinion: '看过' }, key()));
    case 'end-delegation':
      return codeOf(town.verbs.endDelegation(id, actor, key()));
    case 'sign-before':
    case 'sign-after': {
      const place = verb === 'sign-before' ? ('before' as const) : ('after' as const);
      const rule = first ? ('all' as const) : ('any' as const);
      return codeOf(town.verbs.signOff(id, actor, { place, rule, posts: [post], ...why }, key()));
    }
    case 'removal': {
      const [row] = await town.dataSource.query<{ id: string }[]>(
        `SELECT id FROM sign_off WHERE task_id = $1 AND state IN ('planned', 'open') LIMIT 1`,
        [id],
      );
      const asked = { signOff: row?.id ?? randomUUID(), position: 0, ...why };
      return codeOf(town.verbs.removeSigner(id, actor, asked, key()));
    }
    case 'answer': {
      const [row] = await town.dataSource.query<{ id: string }[]>(
        `SELECT id FROM task WHERE parent_task = $1 AND state = 'open' AND assignee_person = $2`,
        [id, actor.personId],
      );
      if (!row) return 'none';
      const outcome = first ? 'agree' : 'disagree';
      return codeOf(town.tasks.complete(row.id, actor, { outcome, opinion: '意见' }, key()));
    }
    case 'recall':
      return codeOf(town.verbs.recall(id, actor, why, key()));
    case 'send-back':
      return codeOf(town.verbs.sendBack(id, actor, { to: 'previous', ...why }, key()));
    case 'copy':
      return 'done';
    default: {
      // Never decided, so that the play goes on.
      if (element === 'decide') return 'none';
      const outcome = element === 'review' ? 'pass' : undefined;
      return codeOf(town.tasks.complete(id, actor, { outcome, opinion: '好' }, key()));
    }
  }
}

/** What no row may be at any moment. */
const IMPOSSIBLE: Record<string, string> = {
  'delegated to nobody or to oneself': `SELECT id FROM task WHERE case_number = $1
     AND delegator_person IS NOT NULL AND (assignee_person IS NULL OR assignee_person = delegator_person)`,
  'held without anybody who signs': `SELECT t.id FROM task t WHERE t.case_number = $1
     AND t.held IS NOT NULL AND t.state = 'open' AND NOT EXISTS (
       SELECT 1 FROM sign_off s WHERE s.task_id = t.id AND s.place = 'after' AND s.state = 'open')`,
  'a sign-off that waits for nobody': `SELECT s.id::text FROM sign_off s JOIN task t ON t.id = s.task_id
     WHERE t.case_number = $1 AND t.state = 'open' AND s.state = 'open' AND NOT EXISTS (
       SELECT 1 FROM sign_off_member m JOIN task d ON d.id = m.side_task
        WHERE m.sign_off_id = s.id AND m.state = 'open' AND d.state = 'open')`,
  'somebody asked for what is over': `SELECT d.id FROM task d JOIN task t ON t.id = d.parent_task
     WHERE d.case_number = $1 AND d.state = 'open' AND d.with_parent AND t.state <> 'open'`,
  'completed while somebody was to sign before it': `SELECT t.id FROM task t
      JOIN sign_off s ON s.task_id = t.id AND s.place = 'before' AND s.state IN ('planned', 'open')
     WHERE t.case_number = $1 AND t.state = 'completed'`,
  'an opinion of nobody who was asked': `SELECT id FROM task WHERE case_number = $1
     AND purpose = 'sign-off' AND state = 'completed' AND assignee_person IS NULL`,
};

async function holds(number: string): Promise<void> {
  for (const [what, sql] of Object.entries(IMPOSSIBLE)) {
    const rows = await town.dataSource.query<unknown[]>(sql, [number]);
    expect({ what, rows }).toEqual({ what, rows: [] });
  }
}

/** No verb ends otherwise than in these: nothing goes wrong inside. */
const isAnswer = (code: string): boolean => /^[a-z]+(-[a-z]+)*$/.test(code);

describe('several people at one case', () => {
  it('in any order, alone and two at once, leave only what can be', async () => {
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(acts, { minLength: 1, maxLength: 3 }), { minLength: 20, maxLength: 30 }),
        async (rounds) => {
          const number = await town.submit('stairs');
          await openTask(town.dataSource, number, 'window');
          for (const round of rounds) {
            const codes = await Promise.all(round.map((act) => doIt(number, act)));
            expect(codes.filter((code) => !isAnswer(code))).toEqual([]);
            codes.forEach((code, index) => {
              const { verb } = round[index]!;
              if (code === 'done') done.set(verb, (done.get(verb) ?? 0) + 1);
            });
            await holds(number);
          }
          const { differences } = await verifyCases(town.dataSource, town.temporal, {
            numbers: [number],
          });
          expect(differences).toEqual([]);
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
    // The sequences did reach the verbs: a test in which nothing ever happens shows nothing.
    for (const verb of ['claim', 'transfer', 'delegate', 'sign-before', 'complete'])
      expect([verb, (done.get(verb) ?? 0) > 0]).toEqual([verb, true]);
  }, 240_000);

  it('two verbs at once on one task: one wins, the other is told clearly', async () => {
    const number = await town.submit('stairs');
    const task = await openTask(town.dataSource, number, 'window');
    const rivals: ((actor: Actor) => Promise<unknown>)[] = [
      (actor) => town.verbs.transfer(task, actor, { post: 'post-h2', reason: 'x' }, key()),
      (actor) => town.verbs.delegate(task, actor, { post: 'post-h3', reason: 'x' }, key()),
      (actor) => town.tasks.release(task, actor),
    ];
    for (const [left, right] of [
      [0, 1],
      [1, 2],
      [0, 2],
      [0, 0],
      [1, 1],
    ] as const) {
      await town.dataSource.query(
        `UPDATE task SET assignee_person = 'p-h1', assignee_post = 'post-h1', delegator_person = NULL,
                delegator_post = NULL WHERE id = $1`,
        [task],
      );
      const results = await Promise.all(
        [rivals[left]!, rivals[right]!].map((verb) =>
          verb(H1).then(
            () => 'done',
            (error: { status: number }) => error.status,
          ),
        ),
      );
      expect(results.filter((result) => result === 'done')).toHaveLength(1);
      expect(results).toContain(409);
    }
  }, 60_000);

  it('a completion and a recall, a completion and a sign-off: never both', async () => {
    for (let time = 0; time < 5; time += 1) {
      const number = await town.submit('stairs');
      const task = await openTask(town.dataSource, number, 'window');
      await town.tasks.claim(task, H1);
      const ask = {
        place: 'before' as const,
        rule: 'all' as const,
        posts: ['post-h2'],
        reason: 'x',
      };
      const results = await Promise.all([
        codeOf(town.tasks.complete(task, H1, {}, key())),
        codeOf(town.verbs.signOff(task, H1, ask, key())),
      ]);
      expect([
        ['done', 'task-not-open'],
        ['sign-off-open', 'done'],
      ]).toContainEqual(results);
      const { state } = await stateOf(town.dataSource, task);
      if (results[0] !== 'done') continue;
      expect(state).toBe('completed');
      const review = await openTask(town.dataSource, number, 'review');
      const [claimed, recalled] = await Promise.all([
        codeOf(town.tasks.claim(review, H2)),
        codeOf(town.verbs.recall(task, H1, { reason: 'x' }, key())),
      ]);
      expect([claimed, recalled].filter((code) => code === 'done')).toHaveLength(1);
    }
  }, 60_000);
});
