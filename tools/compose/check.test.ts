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
    const wrong = compose.replace('    restart: unless-stopped', '    restarts: unless-stopped');
    expect(checkCompose(wrong, documented, root).join()).toContain('additional properties');
  });

  it('would be refused with a variable nobody documented', () => {
    const wrong = compose.replace('${PUBLIC_URL:?}', '${PUBLIC_ADDRESS:?}');
    expect(checkCompose(wrong, documented, root)).toEqual([
      'PUBLIC_ADDRESS is not documented in .env.example',
    ]);
  });

  it('would be refused with an entry that is not there', () => {
    const wrong = compose.replace('src/main-worker.mjs', 'src/main-wörker.mjs');
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
});
