/**
 * Every operation of the API × everybody who may come to ask × one real thing of each kind (their own,
 * another's, of another county, ended, none): who passes is what `rules.ts` says; whoever does not changes
 * nothing, is shown nobody's data, and as an applicant is not even told whether the thing is there.
 */
import { signIn, type Answer, type Session } from '../../tools/session/sign-in.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { upload } from '../api/applications.js';
import { EVERY_REQUEST } from '../sizes.js';
import { changesSince, watchChanges } from './changes.js';
import { ASKERS, askers, type Asker, type AskerName } from './people.js';
import { operationsOf, requestsOf, type Asked, type Document, type Operation } from './requests.js';
import { ruleOf } from './rules.js';
import { PERSONAL, placeThings, WHOSE, type Things, type Whose } from './things.js';

/** Of oneself; these would change who asks. */
const LEFT_OUT = ['logout', 'choosePost', 'actFor'];
/** Answered before anything is looked for: a file is missing, a sign-on that never began. */
const MALFORMED = [
  ...['uploadFile', 'checkBringingOver', 'keepBringingOverFile', 'loginCallback'],
  ...['publishClockRules', 'saveCalendarDraft'],
];
/** Shows the names of those who signed in, whoever they are: who audits runs. */
const SHOWS_ALL = ['searchAudit', 'exportAudit', 'downloadBringingOverTemplate'];
/** What is not there behind the gate, where the thing itself is. */
const BEHIND = [
  'not-collected',
  'copy-not-found',
  'text-has-no-draft',
  'sign-off-not-found',
  'member-not-found',
  'no-papers',
];
/** Behind the gate: the city's administrator, who is asked for first, did it, and the county's takes it not back. */
const DONE_ABOVE = ['set-above'];
/** Two of those who ask are one person, or of one matter: the second finds it gone. */
const TAKEN_ONCE = ['deleteDraft', 'revokeAuthorisation'];
/** Each line of a list is answered by itself. */
const BULK = ['claimTasks', 'completeTasks', 'retryIncidents', 'decideCards', 'sendResults'];
const AT_ONCE = 8;

interface Body {
  code?: string;
  detail?: string;
  items?: { outcome?: string; state?: string; status?: string; code?: string }[];
}

interface Try {
  name: AskerName;
  whose: Whose;
  asked: Asked;
  passes: boolean;
}

let stage: ApiStage;
let document: Document;
let things: Record<Whose, Things>;
const people = new Map<AskerName, Session>();

async function signedIn(account: string, withoutPost = false): Promise<Session> {
  const session = await signIn(stage.url, account, 'onestop');
  const { post, posts } = await session.get<{ post: unknown; posts: { id: string }[] }>(
    '/api/session',
  );
  if (withoutPost) await session.post('/api/session/post', { post: null });
  else if (!post && posts[0]) await session.post('/api/session/post', { post: posts[0].id });
  return session;
}

beforeAll(async () => {
  stage = await openApiStage({ env: { RATE_LIMIT: '0', ADDRESS_RATE_LIMIT: '0' } });
  document = stage.openapi as unknown as Document;
  const uploads = async (person: string) => {
    const session = await signedIn(person.slice('p-'.length));
    return (await upload(session)).body.id;
  };
  things = await placeThings(stage.dataSource, uploads);
  for (const [name, { account, withoutPost }] of askers)
    people.set(name, account ? await signedIn(account, withoutPost) : stage.stranger());
  await watchChanges(stage.dataSource);
}, 240_000);
afterAll(() => stage?.close(), 30_000);

/** On a push the ended things and the missing ones are taken from some operations in turn. */
function whoseOf(operation: Operation, place: number): readonly Whose[] {
  if (!operation.about) return ['own'];
  if (EVERY_REQUEST) return WHOSE;
  return place % 3 === 0 ? ['own', 'other', 'ended'] : ['own', 'other'];
}

/** On a push who stands to no case is asked about one of them in turn. */
const isAsked = (row: number, turn: number): boolean => {
  const [, asker] = askers[row]!;
  const stranger = asker.role !== undefined && !asker.own && !asker.other && !asker.heldOnce;
  return EVERY_REQUEST || !stranger || (row + turn) % 2 === 0;
};

function triesOf(operation: Operation, place: number): Try[] {
  return whoseOf(operation, place).flatMap((whose, turn) =>
    askers
      .filter((_, row) => !operation.about || isAsked(row, place + turn))
      .flatMap(([name, asker]) =>
        requestsOf(document, operation, thingsFor(asker, whose)).map((asked) => ({
          ...{ name, whose, asked },
          passes: ruleOf(operation.operationId, asked.act)(asker, whose),
        })),
      ),
  );
}

/** Of the own case, the task they held once. */
const thingsFor = ({ heldOnce }: Asker, whose: Whose): Things =>
  heldOnce && whose === 'own' ? { ...things.own, task: things.own.taskOnce! } : things[whose];

/** Of a system, a signature that is not its own. */
const headersOf = ({ signed }: Asker): Record<string, string> =>
  signed
    ? {
        ...{ 'x-sender': 'province', 'x-receiver': 'onestop', 'x-sign': 'ff'.repeat(32) },
        ...{ 'x-time': String(Date.now()), 'x-nonce': crypto.randomUUID() },
      }
    : {};

/** Once more where the connection, idle since the asker's last turn, was closed under the request. */
async function send(name: AskerName, { method, path, body }: Asked): Promise<Answer<Body>> {
  const call = () => people.get(name)!.call<Body>(method, path, body, headersOf(ASKERS[name]));
  try {
    return await call();
  } catch (error) {
    if (error instanceof TypeError) return call();
    throw error;
  }
}

/** Reads first, then what changes, what takes away last; nobody finds what another has just removed. */
const ORDER = ['GET', 'POST', 'PUT', 'DELETE'];

it('lets those pass whom the rules name, and tells the others nothing', async () => {
  const wrong: string[] = [];
  const operations = operationsOf(document)
    .filter(({ operationId }) => !LEFT_OUT.includes(operationId))
    .sort((one, other) => ORDER.indexOf(one.method) - ORDER.indexOf(other.method));
  expect(operations.length).toBeGreaterThan(190);
  for (const [place, operation] of operations.entries()) {
    const tries = triesOf(operation, place);
    const refused = tries.filter(({ passes }) => !passes);
    wrong.push(...(await ask(operation, refused)));
    const changed = await changesSince(stage.dataSource);
    if (changed.length > 0 && refused.length > 0)
      wrong.push(`${operation.operationId}, refused, changed ${changed.join(', ')}`);
    wrong.push(
      ...(await ask(
        operation,
        tries.filter(({ passes }) => passes),
      )),
    );
    await changesSince(stage.dataSource);
  }
  expect(wrong).toEqual([]);
}, 900_000);

async function ask(operation: Operation, tries: readonly Try[]): Promise<string[]> {
  const wrong: string[] = [];
  for (let from = 0; from < tries.length; from += AT_ONCE)
    await Promise.all(
      tries.slice(from, from + AT_ONCE).map(async (one) => {
        const answer = await send(one.name, one.asked);
        const faults = [
          fault(operation, one, answer),
          shown(operation, one, answer),
          await told(operation, one, answer),
        ];
        for (const found of faults)
          if (found)
            wrong.push(
              `${operation.operationId} ${one.asked.act ?? ''} ${one.name}/${one.whose}: ${found}`,
            );
      }),
    );
  return wrong;
}

/** What is wrong with whether somebody passed. */
function fault(operation: Operation, { passes, name }: Try, answer: Answer<Body>): string | null {
  const { status, body } = answer;
  const said = `${status} ${body?.code ?? ''} ${(body?.detail ?? '').slice(0, 80)}`;
  if (status === 500) return said;
  if (!passes && BULK.includes(operation.operationId) && status === 200)
    return linesRefused(body) ? null : `passed: ${JSON.stringify(body).slice(0, 200)}`;
  if (!passes) {
    const person = 'account' in ASKERS[name] && !operation.path.startsWith('/api/notices/');
    const expected = person ? [403, 404] : [401];
    return expected.includes(status) ? null : `expected ${expected.join('/')}: ${said}`;
  }
  if (status === 401 || (status === 403 && !DONE_ABOVE.includes(body?.code ?? '')))
    return `expected to pass: ${said}`;
  if (status === 404 && TAKEN_ONCE.includes(operation.operationId)) return null;
  if (status === 404 && operation.about && !BEHIND.includes(body.code ?? ''))
    return `expected to find: ${said}`;
  if (status === 400 && !MALFORMED.includes(operation.operationId))
    return `asked wrongly: ${JSON.stringify(body).slice(0, 200)}`;
  return null;
}

const linesRefused = (body: Body): boolean => {
  const lines = body.items ?? (body as unknown as NonNullable<Body['items']>);
  return lines.every(({ outcome, state, status }) =>
    ['refused', 'failed'].includes(outcome ?? state ?? status ?? ''),
  );
};

/** Whose names and numbers an answer shows to somebody they are no business of. */
function shown(operation: Operation, { name }: Try, { body }: Answer<Body>): string | null {
  if (SHOWS_ALL.includes(operation.operationId)) return null;
  const text = JSON.stringify(body) ?? '';
  const asker: Asker = ASKERS[name];
  for (const whose of ['own', 'other'] as const) {
    if (asker[whose] !== undefined || asker.knows === whose) continue;
    const word = PERSONAL[whose].find((one) => text.includes(one));
    if (word) return `shows ${word}`;
  }
  return null;
}

/** Kinds of things that are one person's own, staff's too: nobody else learns whether they are there. */
const PERSONAL_THINGS =
  /^\/api\/(drafts|authorisations|files|commands|saved-queries|inbox-views|opinion-templates|deputies|task-copies|licences|credit\/records)\//;

/** Whether a refusal says that the thing is there: another's must be answered as one that is not. */
async function told(
  operation: Operation,
  { name, whose, passes, asked }: Try,
  answer: Answer<Body>,
): Promise<string | null> {
  const asker: Asker = ASKERS[name];
  if (passes || !asker.account || whose === 'none' || !operation.about) return null;
  // Who stands to the case knows of it.
  if ((whose === 'other' ? asker.other : asker.own) !== undefined) return null;
  if (operation.path.startsWith('/api/notices/')) return null;
  const file = asked.path.startsWith('/api/files/');
  if (asker.role && (file || !PERSONAL_THINGS.test(asked.path))) return null;
  if (BULK.includes(operation.operationId)) return null;
  const same = requestsOf(document, operation, things.none).find(({ act }) => act === asked.act)!;
  const other = await send(name, same);
  const [here, missing] = [answer, other].map(({ status, body }) =>
    [status, body?.code, withoutIds(body?.detail ?? '')].join(' '),
  );
  return here === missing ? null : `tells that it is there: “${here}”, not “${missing}”`;
}

const withoutIds = (text: string): string =>
  Object.values(things)
    .flatMap((one) => Object.values(one))
    .filter((id) => id.length > 6)
    .reduce((rest, id) => rest.replaceAll(id, '·'), text)
    .replaceAll('7d5f2f6e-34d1-4c0e-8a55-5b6b3c3a0f11', '·')
    .replaceAll('none', '·');
