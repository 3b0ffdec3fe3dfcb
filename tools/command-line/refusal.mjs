/** What a command says where it cannot answer: one sentence in Chinese with a code, and no stack. */

/** The sentence for what was thrown: `[code] what is wrong and what to do`. */
export function sentenceOf(error) {
  if (!(error instanceof Error)) return `[failed] ${String(error)}`;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const explain = Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined;
  const [said = ''] = error.message.split('\n');
  if (explain) return explain(said, error);
  return /^\[[\w-]+\]/.test(said) ? said : `[${kebab(code)}] ${said}`;
}

const file = (code, why) => (_message, error) =>
  `[${code}] 无法读取 ${'path' in error ? String(error.path) : '文件'}：${why}。`;

const option = (code, why) => (message) =>
  `[${code}] 参数 ${/'([^' ]+)/.exec(message)?.[1] ?? ''} ${why}。`;

/** What the system's own errors mean, in our words. */
const KNOWN = {
  ENOENT: file('file-not-found', '没有这个文件或目录'),
  EISDIR: file('not-a-file', '它是目录，不是文件'),
  ENOTDIR: file('not-a-folder', '它不是目录'),
  EACCES: file('file-not-readable', '没有读取的权限'),
  ERR_PARSE_ARGS_UNKNOWN_OPTION: option('unknown-option', '不认识，请去掉它'),
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: option('option-without-value', '之后应写出它的值'),
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: option('unexpected-argument', '多余，请去掉它'),
  ECONNREFUSED: (message, error) =>
    `[not-reachable] 连不上 ${addressIn(message, error)}：请先启动它（npm start），或核对设置的地址。`,
  ENOTFOUND: (message, error) =>
    `[not-reachable] 找不到 ${addressIn(message, error)}：请核对设置的地址。`,
  RangeError: (message) => `[not-usable] ${message}`,
  SyntaxError: (message) => `[not-json] 文件不是有效的 JSON：${message}`,
};

/** Several addresses of one host fail together, and then the message is empty. */
const addressIn = (message, error) => {
  const { address, hostname, port } = error.errors?.[0] ?? error;
  const host = address ?? hostname;
  if (host) return port ? `${host}:${port}` : host;
  return message || '服务';
};

const kebab = (name) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase();

/** Arguments in which a number below zero is the value of the option before it, as it is meant. */
export const withNegativeValues = (args) =>
  args.reduce((taken, arg) => {
    const option = taken.at(-1);
    if (/^-\d/.test(arg) && option !== undefined && /^--[\w-]+$/.test(option))
      return [...taken.slice(0, -1), `${option}=${arg}`];
    return [...taken, arg];
  }, []);
