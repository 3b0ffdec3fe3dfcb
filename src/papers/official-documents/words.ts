/** Brings the demonstration's 机关代字 into the database; what an administrator registered stays. */
import { readFileSync } from 'node:fs';
import type { DataSource, EntityManager } from 'typeorm';
import { loadOnce } from '../../platform/database/load-once.js';

interface WordsData {
  /** Region → the letters of its place. */
  places: Record<string, string>;
  /** Line → the letters of its departments. */
  lines: Record<string, string>;
  /** Level → the letter of its governments. */
  governments: Record<string, string>;
  enforcementTeam: string;
}

interface Body {
  id: string;
  kind: string;
  line: string | null;
  level: string;
  region: string;
  place: string;
}

/** Needs the organisations. Idempotent. */
export async function loadDocumentWords(dataSource: DataSource): Promise<void> {
  const file = new URL('../../../demonstration/document-words.json', import.meta.url);
  const content = readFileSync(file, 'utf8');
  const data = JSON.parse(content) as WordsData;
  await loadOnce(dataSource, 'document-words', content, async (manager) => {
    const bodies = await bodiesOf(manager);
    const words = bodies.flatMap((body) => {
      const word = wordOf(data, body);
      return word ? [{ id: body.id, word }] : [];
    });
    await manager.query(
      `INSERT INTO document_word (organisation_id, word)
       SELECT id, word FROM jsonb_to_recordset($1::jsonb) AS w(id text, word text)
       ON CONFLICT (organisation_id) DO UPDATE SET word = EXCLUDED.word
         WHERE document_word.changed_by IS NULL`,
      [JSON.stringify(words)],
    );
  });
}

function bodiesOf(manager: EntityManager): Promise<Body[]> {
  return manager.query<Body[]>(
    `SELECT o.id, o.kind, o.line, o.level, o.region, r.name AS place
       FROM organisation o JOIN region r ON r.code = o.region
      WHERE o.kind IN ('government', 'department', 'enforcement-team')
        AND o.level IN ('city', 'county', 'township')`,
  );
}

const TOWNSHIP_ENDING = /(街道|镇|乡|满族乡)$/;

/** A zone's own bodies have no region and register theirs themselves. */
function wordOf(data: WordsData, { kind, line, level, region, place }: Body): string | undefined {
  const code = level === 'city' ? region.slice(0, 4) : region.slice(0, 6);
  const stem = data.places[code];
  if (stem === undefined) return undefined;
  const own = level === 'township' ? stem + place.replace(TOWNSHIP_ENDING, '') : stem;
  if (kind === 'government') return own + (data.governments[level] ?? '');
  if (kind === 'enforcement-team') return own + data.enforcementTeam;
  const letters = data.lines[line ?? ''];
  return letters === undefined ? undefined : own + letters;
}
