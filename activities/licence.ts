/** 制证: has the province issue the e-licence a granted case ends in, change it or end it. */
import type { Json } from '../bpmn/engine/index.js';
import {
  againstChanging,
  endLicence,
  endPapersOfLicence,
  issueLicence,
  licencesOfCases,
  newVersion,
  revokeGrant,
  validLicencesOf,
  type EndedAs,
  type LicenceParts,
} from '../src/papers/index.js';
import type { AdapterCall } from '../workflows/contracts/case.js';
import { type Adapter, type AdapterContext, refused, textInput } from './adapter.js';
import { type CaseData, formText, issuingBody, readCase } from './case-data.js';
import { dayOf, lastDay } from './day.js';

/** Printed on a licence where the form has it; personal numbers never are. */
const PRINTED = ['businessName', 'operatorName', 'creditCode', 'address', 'area', 'categories'];

function printed(data: CaseData): Record<string, unknown> {
  const entries = PRINTED.map((name) => [name, data.form[name]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function issuerOf(data: CaseData) {
  const { id, name, creditCode } = issuingBody(data);
  if (creditCode !== null) return { id, name, creditCode };
  throw refused(`${name}没有登记统一社会信用代码，不能颁发电子证照；请先补全机构信息。`);
}

/** The end the diagram gives (a day of the form), else by the item's years; null = no end. */
function endOf(given: string | undefined, issuedOn: string, years: number | undefined) {
  if (given !== undefined) return given;
  return years === undefined ? null : lastDay(issuedOn, years);
}

type Operation = (call: AdapterCall, context: AdapterContext) => Promise<Json>;

/** The licence's name is by default the item's result. */
const issue: Operation = async (call, { dataSource, province }) => {
  const data = await readCase(dataSource, call.caseNumber);
  const name = textInput(call, 'name') ?? data.result.name;
  if (name === undefined) throw refused(`事项“${data.itemName}”没有写明结果证照的名称。`);
  const issuedOn = dayOf(new Date());
  const { identifier, number } = await issueLicence(dataSource, province.licences, {
    caseNumber: data.number,
    itemCode: data.itemCode,
    name,
    region: data.region,
    issuer: issuerOf(data),
    holderPerson: data.applicant.id,
    holder: {
      subject: data.applicant.subject,
      name: formText(data, 'businessName') ?? data.applicant.name,
    },
    issuedOn,
    validTo: endOf(textInput(call, 'validTo'), issuedOn, data.result.validYears),
    data: printed(data),
  });
  return { identifier, number };
};

const partsOf = ({ dataSource, province }: AdapterContext): LicenceParts => ({
  dataSource,
  system: province.licences,
  endPapers: endPapersOfLicence,
});

/** What who decided the revocation wrote of it; a diagram knows no more than its stock sentence. */
async function revokedBecause(
  dataSource: AdapterContext['dataSource'],
  caseNumber: string,
): Promise<string | undefined> {
  const [row] = await dataSource.query<{ reason: string | null }[]>(
    `SELECT coalesce(nullif(t.answer #>> '{form,reason}', ''), nullif(m.reason, '')) AS reason
       FROM legal_move m
       LEFT JOIN timeline l ON l.case_number = m.case_number AND l.step = m.step
        AND l.cause = m.cause AND l.kind = 'task-completed' AND NOT l.superseded
       LEFT JOIN task t ON t.id = l.task_id
      WHERE m.case_number = $1 AND m.act = 'revoke' AND NOT m.superseded
      ORDER BY m.id DESC LIMIT 1`,
    [caseNumber],
  );
  return row?.reason ?? undefined;
}

/** 撤销: all valid licences of the case named, by default of this one; where it ended in none, its decision. */
const revoke: Operation = async (call, context) => {
  const { dataSource } = context;
  const decided = {
    reason:
      (await revokedBecause(dataSource, call.caseNumber)) ??
      textInput(call, 'reason') ??
      '许可已经撤销',
    organisation: issuingBody(await readCase(dataSource, call.caseNumber)).id,
    caseNumber: call.caseNumber,
  };
  const granted = textInput(call, 'case') ?? call.caseNumber;
  const identifiers = await validLicencesOf(dataSource, granted);
  for (const identifier of identifiers) {
    await endLicence(partsOf(context), identifier, 'revoked', decided);
  }
  if ((await licencesOfCases(dataSource.manager, [granted])).length === 0)
    await dataSource.transaction((manager) => revokeGrant(manager, granted, decided));
  return { revoked: identifiers.length };
};

/**
 * The licence the application is about.
 * @throws ApplicationFailure unless it is the applicant's own, and valid
 */
async function licenceOf(data: CaseData, { dataSource }: AdapterContext): Promise<string> {
  const identifier = formText(data, 'licence');
  if (identifier === undefined)
    throw refused('申请表没有写明是哪一本证照，不能变动；请核对申请表。');
  const against = await againstChanging(dataSource, data.number, identifier);
  if (against) throw refused(`${against}；请核对申请表。`);
  return identifier;
}

/** 注销, at the holder's wish. */
const cancel: Operation = async (call, context) => {
  const data = await readCase(context.dataSource, call.caseNumber);
  const identifier = await licenceOf(data, context);
  const reason = textInput(call, 'reason') ?? '被许可人申请注销';
  const decided = { reason, organisation: issuingBody(data).id, caseNumber: data.number };
  await endLicence(partsOf(context), identifier, 'cancelled', decided);
  return { identifier };
};

/** 变更、延续、补证: `validTo` moves the end, the form's changed facts are printed. */
const version =
  (as: Extract<EndedAs, 'changed' | 'renewed' | 'replaced'>, why: string): Operation =>
  async (call, context) => {
    const data = await readCase(context.dataSource, call.caseNumber);
    const validTo = textInput(call, 'validTo');
    const made = await newVersion(partsOf(context), {
      ...{ identifier: await licenceOf(data, context), as, reason: why },
      ...{ caseNumber: data.number, organisation: issuingBody(data).id },
      issuedOn: dayOf(new Date()),
      ...(validTo && { validTo }),
      data: printed(data),
    });
    return { ...made };
  };

const OPERATIONS: Readonly<Record<string, Operation>> = {
  issue,
  revoke,
  cancel,
  change: version('changed', '变更'),
  renew: version('renewed', '延续'),
  replace: version('replaced', '补证'),
};

/**
 * Input `{operation?, …}`: issue `{name?, validTo?}`, revoke `{case?, reason?}`, cancel `{reason?}`,
 * change, renew and replace `{validTo?}` of the licence in the form.
 */
export const licence: Adapter = async (call, context) => {
  const name = textInput(call, 'operation') ?? 'issue';
  const operation = OPERATIONS[name];
  if (!operation) throw refused(`证照没有“${name}”这种操作，请检查流程图节点 ${call.element}。`);
  return operation(call, context);
};
