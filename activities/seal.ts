/** 用印: puts the deciding body's e-seal on a licence or an official document. */
import type { DataSource } from 'typeorm';
import { FileSystemStorage, sealFromDiagram, sealLicence } from '../src/papers/index.js';
import { DomainError } from '../src/platform/errors.js';
import { type Adapter, refused, requiredText, textInput } from './adapter.js';
import { issuingBody, readCase } from './case-data.js';

/** Flat on purpose: what is sealed must have one text only. */
type LicenceContent = Record<string, string | number | null>;

/** What a licence says, in one text: members in the order of their names. */
async function licenceText(
  dataSource: DataSource,
  caseNumber: string,
  identifier: string,
): Promise<string> {
  const [row] = await dataSource.query<{ content: LicenceContent }[]>(
    `SELECT jsonb_build_object('identifier', identifier, 'name', licence.kind, 'number', number,
              'issuer', organisation.name, 'holder', person.name, 'issuedOn', licence.issued_on::text,
              'validTo', licence.valid_to::text, 'data', data::text) AS content
       FROM licence
       LEFT JOIN organisation ON organisation.id = issuer_org
       LEFT JOIN person ON person.id = holder_person
      WHERE identifier = $1 AND case_number = $2`,
    [identifier, caseNumber],
  );
  if (!row) throw refused(`办件 ${caseNumber} 没有标识为 ${identifier} 的证照，无法用印。`);
  return JSON.stringify(row.content, Object.keys(row.content).sort());
}

/** Input `{document, licence?, reason?}`; `licence` is the identifier of the one to seal. */
export const seal: Adapter = async (call, { dataSource, province, documents }) => {
  const document = requiredText(call, 'document');
  const data = await readCase(dataSource, call.caseNumber);
  const store = new FileSystemStorage(documents.storageDir);
  const { publicUrl } = documents;
  const parts = { dataSource, seals: province.seals, store, publicUrl };
  if (document === 'licence') {
    const licence = requiredText(call, 'licence');
    const text = await licenceText(dataSource, data.number, licence);
    const { id, name } = issuingBody(data);
    const of = { key: call.key, caseNumber: data.number, licence, owner: { id, name }, text };
    return { ...(await sealLicence(parts, of)) };
  }
  const sealing = sealFromDiagram(parts, {
    key: call.key,
    caseNumber: data.number,
    document,
    organisationId: data.lead.id,
    reason: textInput(call, 'reason'),
  });
  const sealed = await sealing.catch((error: unknown) => {
    // Such as a body without 机关代字: a person registers it, time does not.
    throw error instanceof DomainError ? refused(error.message) : error;
  });
  return { ...sealed };
};
