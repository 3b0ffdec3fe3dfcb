/** Finished cases, their packages, and the archive that takes them. */
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../../tools/session/sign-in.js';
import { upload } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { caseWith, documentsOf, move } from '../official-documents/food-case.js';
import { eventually } from '../workflow/stage.js';

interface Checked {
  property: string;
  passed: boolean;
  reasons: string[];
}

export interface Package {
  id: string;
  caseNumber: string;
  state: string;
  digest: string;
  findings: { code: string; message: string }[];
  receiptNumber: string | null;
  retention: { period: string; source: string } | null;
  made: Checked[] | null;
  taken: Checked[] | null;
  parts: { caseNumber: string; state: string | null; receiptNumber: string | null }[];
  follows: { id: string; receiptNumber: string | null } | null;
  outdated: boolean;
  problem: string | null;
}

/** Nothing found against any of the four. */
export const ALL = ['authenticity', 'integrity', 'usability', 'security'].map((property) => ({
  ...{ property, passed: true, reasons: [] as string[] },
}));

export const sm3 = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex');

export const collected = (number: string) =>
  move(number, 1, { act: 'collect', fromState: 'submitted', toState: 'collected' });

export interface ArchiveStage {
  stage: ApiStage;
  admin: Session;
  /** Folder of what the platform keeps. */
  storage: string;
  /** One with a receipt and a material. @returns its number */
  finished(): Promise<string>;
  packageIn(number: string, ...states: string[]): Promise<Package>;
  download(id: string): Promise<Buffer>;
}

export async function openArchiveStage(): Promise<ArchiveStage> {
  const storage = mkdtempSync(join(tmpdir(), 'storage-'));
  const stage = await openApiStage({ env: { STORAGE_DIR: storage } });
  const admin = await stage.as('admin');
  return {
    ...{ stage, admin, storage },
    async finished() {
      const { number } = await caseWith(stage.dataSource, collected);
      const { body } = await upload(await stage.as('zhang'));
      await stage.dataSource.query(
        `INSERT INTO case_material (case_number, material_code, file_id, source)
         VALUES ($1, 'layout', $2, 'upload')`,
        [number, body.id],
      );
      await eventually('its receipt', async () =>
        (await documentsOf(stage.dataSource, number)).find(({ state }) => state === 'issued'),
      );
      await stage.dataSource.query(
        `UPDATE cases SET ended = true, state = 'finished', finished_at = now() WHERE number = $1`,
        [number],
      );
      return number;
    },
    packageIn: (number, ...states) =>
      eventually(`the package of ${number} in ${states.join(' or ')}`, async () => {
        const { items } = await admin.get<{ items: Package[] }>(`/api/archives?case=${number}`);
        return items.find(({ state }) => states.includes(state));
      }),
    async download(id) {
      const response = await admin.send(new URL(`/api/archives/${id}/package`, stage.url));
      expect(response.status).toBe(200);
      return Buffer.from(await response.arrayBuffer());
    },
  };
}
