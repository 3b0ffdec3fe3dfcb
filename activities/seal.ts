/** 用印: puts the deciding body's e-seal on a licence or an official document. */
import type { DataSource } from 'typeorm';
import { type DocumentContent, sealDocument } from '../src/licences/index.js';
import { type Adapter, refused, requiredText, textInput } from './adapter.js';
import { type CaseData, readCase } from './case-data.js';

/** What a licence says, in one text. */
async function licenceContent(
  dataSource: DataSource,
  caseNumber: string,
  identifier: string,
): Promise<DocumentContent> {
  const [row] = await dataSource.query<{ content: DocumentContent }[]>(
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
  return row.content;
}

/** What a receipt or notice says: facts that do not change from one attempt to the next. */
function noticeContent(
  data: CaseData,
  document: string,
  reason: string | undefined,
  remedy: string | undefined,
): DocumentContent {
  return {
    document,
    caseNumber: data.number,
    item: data.itemName,
    applicant: data.applicant.name,
    organisation: data.lead.name,
    decidedAt: data.decidedAt?.toISOString() ?? null,
    reason: reason ?? null,
    remedy: remedy ?? null,
  };
}

/** Input `{document, licence?, reason?, remedy?}`; `licence` is the identifier of the one to seal. */
export const seal: Adapter = async (call, { dataSource, province }) => {
  const document = requiredText(call, 'document');
  const licence = document === 'licence' ? requiredText(call, 'licence') : undefined;
  const data = await readCase(dataSource, call.caseNumber);
  const content =
    licence === undefined
      ? noticeContent(data, document, textInput(call, 'reason'), textInput(call, 'remedy'))
      : await licenceContent(dataSource, data.number, licence);
  const { id, name } = data.lead;
  const sealed = await sealDocument(dataSource, province.seals, {
    key: call.key,
    caseNumber: data.number,
    document,
    organisation: { id, name },
    content,
    licence,
  });
  return { ...sealed };
};
