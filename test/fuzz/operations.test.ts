/**
 * Every operation of the API, asked in ways that its authors did not think of, by an administrator and by
 * an applicant: whatever is sent, no answer is a fault of ours, and none is one that the OpenAPI does
 * not know.
 */
import { FUZZED_REQUESTS } from '../sizes.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { signIn, type Session } from '../../tools/session/sign-in.js';
import { numbers, Values, WORDS, type Schema } from './values.js';

interface Content {
  content?: Record<string, { schema?: Schema }>;
}
interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: Content;
  responses: Record<string, Content & { $ref?: string }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, Content> };
}

/** Would sign the asker out. */
const LEFT_OUT = ['logout'];
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_129);
const PASSWORD = 'onestop';

describe('any request', () => {
  let stage: ApiStage;
  let document: Document;
  const people: Session[] = [];
  beforeAll(async () => {
    stage = await openApiStage({ env: { RATE_LIMIT: '0', ADDRESS_RATE_LIMIT: '0' } });
    document = stage.openapi as unknown as Document;
    for (const account of ['admin', 'zhang'])
      people.push(await signIn(stage.url, account, PASSWORD));
  }, 240_000);
  afterAll(() => stage?.close());

  it(`is answered as the OpenAPI says (seed ${SEED})`, async () => {
    const values = new Values(numbers(SEED), document.components.schemas, 0.15);
    const wrong = new Set<string>();
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(methods)) {
        if (LEFT_OUT.includes(operation.operationId)) continue;
        for (let turn = 0; turn < FUZZED_REQUESTS; turn += 1)
          for (const person of people) {
            const asked = request(values, path, method, operation);
            const response = await person.send(new URL(asked.path, stage.url), asked.init);
            const fault = faultOf(document, operation, response);
            const text = await response.text();
            if (fault)
              wrong.add(`${operation.operationId}: ${fault} ${asked.told} → ${text.slice(0, 200)}`);
          }
      }
    expect([...wrong]).toEqual([]);
  }, 3_600_000);
});

interface Asked {
  path: string;
  init: RequestInit;
  /** For whoever looks for the cause. */
  told: string;
}

function request(values: Values, path: string, method: string, operation: Operation): Asked {
  const named = (where: string) =>
    (operation.parameters ?? []).filter((parameter) => parameter.in === where);
  const word = (schema?: Schema): string => {
    const value = values.chance(0.4) ? values.pick(WORDS) : values.of(schema);
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    // Halves of characters cannot stand in an address; bodies have them.
    return Buffer.from(text.slice(0, 1_000)).toString();
  };
  const filled = named('path').reduce(
    (all, { name, schema }) => all.replace(`{${name}}`, encodeURIComponent(word(schema)) || '_'),
    path,
  );
  const query = new URLSearchParams(
    named('query').flatMap(({ name, schema }) =>
      values.chance(0.5) ? [[name, word(schema)] as [string, string]] : [],
    ),
  );
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  const body = schema && JSON.stringify(values.of(schema));
  const address = query.size > 0 ? `${filled}?${query}` : filled;
  return {
    path: address,
    init: {
      method: method.toUpperCase(),
      headers: {
        'x-requested-with': 'onestop',
        'idempotency-key': crypto.randomUUID(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    },
    told: `${method} ${address} ${body?.slice(0, 300) ?? ''}`,
  };
}

/** What is wrong with an answer; undefined = nothing. */
function faultOf(
  { components }: Document,
  { responses }: Operation,
  response: Response,
): string | undefined {
  const { status } = response;
  if (status === 500) return '500';
  const described = responses[String(status)];
  if (!described) return `undescribed ${status}`;
  const referred = described.$ref && components.responses[described.$ref.split('/').at(-1)!];
  const types = Object.keys((referred || described).content ?? {}).map(mediaType);
  const type = mediaType(response.headers.get('content-type') ?? '');
  return type === '' || types.includes(type) ? undefined : `undescribed ${status} ${type}`;
}

const mediaType = (header: string): string => header.split(';')[0]!.trim();
