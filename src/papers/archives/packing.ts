/** Makes the package of a finished case: metadata, acts, documents, licences, materials, each with its SM3. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { zipSync, type Zippable } from 'fflate';
import type { EntityManager } from 'typeorm';
import { isoDates, type Dated } from '../../platform/database/dates.js';
import type { Retention } from '../../../workflows/item-types/index.js';
import type { EarlierPackage } from './earlier.js';
import type { PackedPart } from './parts.js';
import {
  keptFor,
  metadataXml,
  type Act,
  type CaseFacts,
  type Metadata,
  type PackedFile,
} from './metadata.js';

export interface PackageStore {
  put(key: string, bytes: Buffer): Promise<void>;
  get(key: string): Promise<Readable>;
}

export interface Packed {
  bytes: Buffer;
  digest: string;
  files: { path: string; size: number; digest: string }[];
  retention: Retention;
}

export const sm3 = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex');

export async function bytesOf(store: PackageStore, key: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await store.get(key)) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

interface Content {
  file: Omit<PackedFile, 'size' | 'digest'>;
  bytes: Buffer;
}

/** @throws Error when a file that belongs in it cannot be read */
export async function packCase(
  manager: EntityManager,
  store: PackageStore,
  caseNumber: string,
  { follows, parts }: { follows: EarlierPackage | null; parts: PackedPart[] },
): Promise<Packed> {
  const facts = await caseFacts(manager, caseNumber);
  const acts = await actsOf(manager, caseNumber);
  const contents = [
    ...(await records(manager, caseNumber, acts)),
    ...(await documents(manager, store, caseNumber)),
    ...(await materials(manager, store, caseNumber)),
    ...(await nested(store, parts)),
  ];
  const files = contents.map(({ file, bytes }) => ({
    ...file,
    size: bytes.length,
    digest: sm3(bytes),
  }));
  const packedAt = new Date();
  const metadata: Metadata = {
    case: facts,
    acts,
    files,
    references: await references(manager, facts),
    parts: parts.map(({ fileKey: _, ...part }) => part),
    packedAt: packedAt.toISOString(),
    follows,
  };
  return { ...zipped(metadata, contents, packedAt), retention: keptFor(facts) };
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

function zipped(metadata: Metadata, contents: Content[], at: Date): Omit<Packed, 'retention'> {
  const described = [
    { path: 'metadata.xml', bytes: Buffer.from(metadataXml(metadata)) },
    { path: 'metadata.json', bytes: json(metadata) },
  ];
  const all = [...described, ...contents.map(({ file, bytes }) => ({ path: file.path, bytes }))];
  const files = all.map(({ path, bytes }) => ({ path, size: bytes.length, digest: sm3(bytes) }));
  // The list of everything, itself excepted: what the archive checks first.
  const manifest = json({ algorithm: 'SM3', case: metadata.case.number, files });
  const zip: Zippable = { 'manifest.json': [manifest, { mtime: at }] };
  // A package within is packed already.
  for (const { path, bytes } of all)
    zip[path] = [bytes, { mtime: at, ...(path.endsWith('.zip') && { level: 0 }) }];
  const bytes = Buffer.from(zipSync(zip, { level: 6 }));
  return { bytes, digest: sm3(bytes), files };
}

type Times = 'submittedAt' | 'acceptedAt' | 'decidedAt' | 'finishedAt';

/** Times as text: dates of the driver would read differently in XML and JSON. */
async function caseFacts(manager: EntityManager, caseNumber: string): Promise<CaseFacts> {
  const [row] = await manager.query<Dated<CaseFacts, Times>[]>(
    `SELECT c.number, c.state, c.region, c.parent_number AS parent,
            jsonb_build_object('code', c.item_code, 'name', c.item_name, 'version', c.item_version,
                               'type', i.type, 'retention', i.data -> 'retention') AS item,
            jsonb_build_object('name', coalesce(o.name, c.lead_department),
                               'creditCode', o.credit_code) AS department,
            coalesce(p.name, c.applicant_id) AS applicant, c.submitted_at AS "submittedAt",
            c.accepted_at AS "acceptedAt", c.decided_at AS "decidedAt", c.finished_at AS "finishedAt"
       FROM cases c
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
       LEFT JOIN organisation o ON o.id = c.lead_department
       LEFT JOIN person p ON p.id = c.applicant_id
      WHERE c.number = $1`,
    [caseNumber],
  );
  if (!row) throw new Error(`case ${caseNumber} has no row`);
  return isoDates(row);
}

async function actsOf(manager: EntityManager, caseNumber: string): Promise<Act[]> {
  const rows = await manager.query<Dated<Act, 'at'>[]>(
    `SELECT m.at, m.act, m.from_state AS "from", m.to_state AS "to", p.name AS person,
            o.name AS department, m.reason, m.article
       FROM legal_move m LEFT JOIN person p ON p.id = m.person_id
       LEFT JOIN organisation o ON o.id = m.department_id
      WHERE m.case_number = $1 AND NOT m.superseded ORDER BY m.id`,
    [caseNumber],
  );
  return rows.map(isoDates);
}

/** What happened step by step, and what was applied for. */
async function records(
  manager: EntityManager,
  caseNumber: string,
  acts: Act[],
): Promise<Content[]> {
  const timeline = await manager.query<unknown[]>(
    `SELECT l.at, l.kind, l.element, l.name, p.name AS person, o.name AS department, l.outcome,
            l.opinion
       FROM timeline l LEFT JOIN person p ON p.id = l.person_id
       LEFT JOIN organisation o ON o.id = l.department_id
      WHERE l.case_number = $1 AND NOT l.superseded ORDER BY l.id`,
    [caseNumber],
  );
  const [{ form }] = await manager.query<[{ form: unknown }]>(
    `SELECT coalesce(p.form, c.form) AS form FROM cases c
       LEFT JOIN cases p ON p.number = c.parent_number WHERE c.number = $1`,
    [caseNumber],
  );
  const kind = '过程' as const;
  return [
    { file: { path: '过程/申请表.json', title: '申请表', kind }, bytes: json(form) },
    { file: { path: '过程/办理过程.json', title: '办理过程', kind }, bytes: json(timeline) },
    { file: { path: '过程/法定行为.json', title: '法定行为', kind }, bytes: json(acts) },
  ];
}

interface DocumentRow {
  id: string;
  kind: string;
  title: string;
  number: string | null;
  file_key: string | null;
  sealed_text: string | null;
  seal_name: string;
  signature: string;
  public_key: string;
  signed_at: Date;
}

/** Issued ones, and void ones that had a number: the number is accounted for. */
async function documents(
  manager: EntityManager,
  store: PackageStore,
  caseNumber: string,
): Promise<Content[]> {
  const rows = await manager.query<DocumentRow[]>(
    `SELECT id, kind, coalesce(content ->> 'title', sealed_text::jsonb ->> 'name', kind) AS title,
            number, file_key, sealed_text, seal_name, signature, public_key, signed_at
       FROM official_document
      WHERE case_number = $1 AND signature IS NOT NULL AND seal_name IS NOT NULL
        AND public_key IS NOT NULL AND signed_at IS NOT NULL ORDER BY issued_at, id`,
    [caseNumber],
  );
  const contents: Content[] = [];
  for (const [index, row] of rows.entries()) {
    // The file that was issued; papers of earlier releases are sealed texts.
    const isText = row.file_key === null;
    const bytes = isText ? Buffer.from(row.sealed_text!) : await bytesOf(store, row.file_key!);
    const what = row.kind === 'licence' ? '证照' : '文书';
    const place = `${what}/${String(index + 1).padStart(2, '0')}-${safe(row.title)}`;
    contents.push({
      file: {
        path: `${place}.${isText ? 'json' : 'pdf'}`,
        title: row.title,
        kind: what,
        number: row.number ?? undefined,
        seal: {
          name: row.seal_name,
          value: row.signature,
          publicKey: row.public_key,
          at: row.signed_at.toISOString(),
        },
      },
      bytes,
    });
  }
  return contents;
}

interface MaterialRow {
  code: string;
  name: string;
  file_name: string;
  storage_key: string;
}

async function materials(
  manager: EntityManager,
  store: PackageStore,
  caseNumber: string,
): Promise<Content[]> {
  const rows = await manager.query<MaterialRow[]>(
    `SELECT m.material_code AS code, f.name AS file_name, f.storage_key,
            coalesce((SELECT each ->> 'name' FROM jsonb_array_elements(i.data -> 'materials') each
                       WHERE each ->> 'code' = m.material_code LIMIT 1),
                     t.name || '：' || coalesce(form_field(t.form, t.form_version,
                       substring(m.material_code FROM '[^.]+$')) ->> 'title', m.material_code),
                     form_field(i.data ->> 'form', c.form_version, m.material_code) ->> 'title',
                     m.material_code) AS name
       FROM case_material m JOIN stored_file f ON f.id = m.file_id
       JOIN cases c ON c.number = m.case_number
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
       LEFT JOIN task t ON t.id = m.task_id
      WHERE m.case_number = $1 ORDER BY m.id`,
    [caseNumber],
  );
  const contents: Content[] = [];
  for (const [index, row] of rows.entries()) {
    contents.push({
      file: {
        path: `材料/${String(index + 1).padStart(2, '0')}-${safe(row.code)}-${safe(row.file_name)}`,
        title: row.name,
        kind: '材料',
      },
      bytes: await bytesOf(store, row.storage_key),
    });
  }
  return contents;
}

/** The packages of the parts, to the byte as the archive has signed for them. */
async function nested(store: PackageStore, parts: PackedPart[]): Promise<Content[]> {
  const contents: Content[] = [];
  for (const [index, part] of parts.entries()) {
    contents.push({
      file: {
        path: `子件/${String(index + 1).padStart(2, '0')}-${part.case}.zip`,
        title: part.item,
        kind: '子件',
        number: part.receiptNumber ?? undefined,
      },
      bytes: await bytesOf(store, part.fileKey),
    });
  }
  return contents;
}

/** What the parent's package has: materials are shared by reference. */
function references(
  manager: EntityManager,
  { parent }: CaseFacts,
): Promise<Metadata['references']> {
  if (parent === null) return Promise.resolve([]);
  return manager.query<Metadata['references']>(
    `SELECT DISTINCT m.material_code AS code, m.material_code AS title, m.case_number AS "case"
       FROM case_material m WHERE m.case_number = $1 ORDER BY 1`,
    [parent],
  );
}

/** Part of a path: no folders, no control characters, not longer than file systems take. */
const safe = (name: string): string =>
  name.replace(/[/\\:*?"<>|\p{Cc}]/gu, '_').slice(-60) || '未命名';
