/** What an operation may be answered with whatever it does, described for all of them in one place. */
import type { OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
type Response = NonNullable<Operation['responses'][string]>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

const PROBLEM = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } },
};

const takesAnything = ({ parameters = [], requestBody }: Operation): boolean =>
  parameters.length > 0 || requestBody !== undefined;

/** Status, when it may come, and what for. */
const COMMON: readonly [
  status: string,
  name: string,
  description: string,
  applies: (operation: Operation, method: string) => boolean,
][] = [
  ['400', 'Malformed', '请求里有读不懂的内容', takesAnything],
  [
    '403',
    'Forged',
    '请求缺少 X-Requested-With: onestop',
    ({ responses }, method) => method !== 'get' && '401' in responses,
  ],
  ['409', 'Overtaken', '与刚刚发生的改动冲突', (_operation, method) => method !== 'get'],
  ['413', 'TooLarge', '内容过大', ({ requestBody }) => requestBody !== undefined],
  [
    '415',
    'UnknownFormat',
    '内容的格式或编码不支持',
    ({ requestBody }) => requestBody !== undefined,
  ],
  ['429', 'TooManyRequests', '请求过于频繁；Retry-After 说明多少秒后再试', () => true],
  [
    '431',
    'HeadersTooLarge',
    '地址和请求头过长',
    ({ parameters = [] }) => parameters.some((each) => 'in' in each && each.in !== 'cookie'),
  ],
  ['503', 'Unavailable', '系统暂时不可用；Retry-After 说明多少秒后再试', () => true],
];

/** The same document, in which every operation has them too. */
export function withCommonProblems(document: OpenAPIObject): OpenAPIObject {
  const components = (document.components ??= {});
  components.responses = {
    ...components.responses,
    ...Object.fromEntries(
      COMMON.map(([, name, description]) => [name, { description, content: PROBLEM }]),
    ),
  };
  for (const path of Object.values(document.paths))
    for (const method of METHODS) {
      const operation = path[method];
      if (!operation) continue;
      for (const [status, name, , applies] of COMMON)
        if (applies(operation, method))
          operation.responses[status] = withProblem(operation.responses[status], name);
    }
  return document;
}

/** An answer that is described already may be a problem besides. */
function withProblem(response: Response | undefined, name: string): Response {
  if (!response) return { $ref: `#/components/responses/${name}` };
  if ('$ref' in response) return response;
  return { ...response, content: { ...response.content, ...PROBLEM } };
}
