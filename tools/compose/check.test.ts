import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkCompose } from './check.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const compose = read('docker-compose.yml');
const documented = read('.env.example');

describe('the compose file', () => {
  it('is valid, uses documented variables only, and names files that are there', () => {
    expect(checkCompose(compose, documented, root)).toEqual([]);
  });

  it('would be refused with a key that the specification does not know', () => {
    const wrong = compose.replace('    mem_limit: 256m', '    memory_limit: 256m');
    expect(checkCompose(wrong, documented, root).join()).toContain('additional properties');
  });

  it('would be refused with a variable nobody documented', () => {
    const wrong = compose.replace('${PUBLIC_URL:?}', '${PUBLIC_ADDRESS:?}');
    expect(checkCompose(wrong, documented, root)).toEqual([
      'PUBLIC_ADDRESS is not documented in .env.example',
    ]);
  });

  it('would be refused with an entry that is not there', () => {
    const wrong = compose.replaceAll('src/main-worker.mjs', 'src/main-wörker.mjs');
    expect(checkCompose(wrong, documented, root).join()).toContain('main-wörker.ts is missing');
  });

  it('would be refused with a password written into it', () => {
    const wrong = compose.replace(
      'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?}',
      'POSTGRES_PASSWORD: secret',
    );
    expect(checkCompose(wrong, documented, root)).toEqual([
      'postgres: POSTGRES_PASSWORD must come from the environment',
    ]);
  });

  it('would be refused with a container that may do more than it needs', () => {
    for (const [held, fault] of [
      ['  cap_drop: [ALL]\n', 'api-1: cap_drop must be ALL'],
      ["  security_opt: ['no-new-privileges:true']\n", 'worker-2: may gain privileges'],
      ['  mem_limit: 2g\n  cpus: 2\n', 'api-2: has no mem_limit'],
      ['  read_only: true\n', 'migrate: its file system is not read-only'],
      ['  healthcheck: *alive\n', 'worker-1: has no healthcheck'],
    ] as const)
      expect(checkCompose(compose.replace(held, ''), documented, root)).toContain(fault);
  });

  it('shows the public nothing but the front: every other port is the machine’s own', () => {
    const ports = [...compose.matchAll(/ports: \[(.+)\]/g)].map(([, list]) => list);
    expect(ports[0]).toBe("'80:80', '443:443'");
    for (const list of ports.slice(1)) expect(list).toMatch(/^'127\.0\.0\.1:/);
  });
});
