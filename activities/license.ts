/** 制证: has the province issue the e-license a granted case ends in. */
import { issueLicence } from '../src/licences/index.js';
import { type Adapter, refused, textInput } from './adapter.js';
import { type CaseData, formText, readCase } from './case-data.js';
import { dayOf, lastDay } from './day.js';

/** Printed on a licence where the form has it; personal numbers never are. */
const PRINTED = ['businessName', 'operatorName', 'creditCode', 'address', 'area', 'categories'];

function printed(data: CaseData): Record<string, unknown> {
  const entries = PRINTED.map((name) => [name, data.form[name]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function issuerOf({ lead }: CaseData) {
  const { id, name, creditCode } = lead;
  if (creditCode !== null) return { id, name, creditCode };
  throw refused(`${name}没有登记统一社会信用代码，不能颁发电子证照；请先补全机构信息。`);
}

/** The end the diagram gives (a day of the form), else by the item's years; null = no end. */
function endOf(given: string | undefined, issuedOn: string, years: number | undefined) {
  if (given !== undefined) return given;
  return years === undefined ? null : lastDay(issuedOn, years);
}

/** Input `{name?, validTo?}`: the licence's name, by default the item's result; its last day. */
export const issue: Adapter = async (call, { dataSource, province }) => {
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
