/**
 * Completes package-lock.json after `npm install` on a machine whose registry lacks binaries of other
 * platforms: npm drops those silently and `npm ci` then refuses the lock. For each optional dependency
 * that is missing, a stub with the version its parent asks for and the platform its name tells is added,
 * so that npm skips it where it does not belong. Run: `node tools/lockfile/complete.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;

const SYSTEMS = [
  'darwin',
  'win32',
  'linux',
  'freebsd',
  'android',
  'openharmony',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
];
const PROCESSORS = [
  'arm64',
  'x64',
  'ia32',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'wasm32',
  'mips64el',
  'arm',
];

/** The platform a binary package's name tells; null when it tells none. */
function platformOf(name) {
  const parts = name.split(/[-/]/);
  const os = SYSTEMS.find((system) => parts.includes(system));
  const cpu = PROCESSORS.find((processor) => parts.includes(processor));
  return os || cpu ? { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }) } : null;
}

/** Where npm looks for a package from another one's folder. */
function* candidates(from, name) {
  let at = from;
  while (at !== '') {
    yield `${at}/node_modules/${name}`;
    const up = at.lastIndexOf('/node_modules/');
    at = up < 0 ? '' : at.slice(0, up);
  }
  yield `node_modules/${name}`;
}

let added = 0;
for (const [path, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if ([...candidates(path, name)].some((place) => packages[place])) continue;
    const platform = platformOf(name);
    if (!platform || !/^\d/.test(version)) continue;
    packages[`node_modules/${name}`] = {
      version,
      ...platform,
      ...(entry.dev && { dev: true }),
      optional: true,
    };
    added += 1;
  }
}
const sorted = Object.fromEntries(
  Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
process.stdout.write(`${added} stubs added\n`);
