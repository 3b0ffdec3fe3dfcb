/** 数据共享核验: looks a person or firm up in one of the province's data sets. */
import type { Json } from '../bpmn/engine/index.js';
import type { ExchangeSubject } from '../src/province/index.js';
import { type Adapter, requiredText, textInput } from './adapter.js';
import { type CaseData, formText, readCase } from './case-data.js';
import { ageOn, dayOf } from './day.js';

type ExchangeRecord = Record<string, unknown>;
type Reduction = (record: ExchangeRecord | undefined, records: ExchangeRecord[]) => Json;

const REGISTRATION_STATES: Record<string, string> = {
  存续: 'active',
  吊销: 'revoked',
  注销: 'closed',
};

/** What the diagram may know of each data set: codes and figures, no names, numbers or addresses. */
const REDUCTIONS: Record<string, Reduction> = {
  'business-registration': (record) => ({
    found: record !== undefined,
    state: REGISTRATION_STATES[String(record?.state)] ?? null,
  }),
  population: (record) => ({
    found: record !== undefined,
    alive: record ? record.alive === true : null,
    age: record ? ageOn(String(record.birthDate), dayOf(new Date())) : null,
    householdRegion: record ? String(record.householdRegion) : null,
  }),
  property: (record) => ({ found: record !== undefined, area: Number(record?.area ?? 0) }),
  'food-banned': (record) => ({ banned: record !== undefined }),
  credit: (record) => ({ dishonest: record?.dishonest === true }),
  'licence-store': (_record, records) => ({ kinds: records.map((each) => String(each.kind)) }),
};

const foundOnly: Reduction = (record) => ({ found: record !== undefined });

/** The one asked about: a firm by its code, else the person of the form, else who signed on. */
function aboutWhom(dataset: string, code: string | undefined, data: CaseData): ExchangeSubject {
  const creditCode =
    code ?? (dataset === 'business-registration' ? formText(data, 'creditCode') : undefined);
  if (creditCode !== undefined) return { creditCode };
  const idNumber = formText(data, 'idNumber');
  return idNumber === undefined ? { subject: data.applicant.subject } : { idNumber };
}

/** Input `{dataset, creditCode?}`. What the records say stays in the database, for those who handle the case. */
export const lookUp: Adapter = async (call, { dataSource, province }) => {
  const dataset = requiredText(call, 'dataset');
  const data = await readCase(dataSource, call.caseNumber);
  const records = await province.exchange.lookUp({
    dataset,
    about: aboutWhom(dataset, textInput(call, 'creditCode'), data),
  });
  return (REDUCTIONS[dataset] ?? foundOnly)(records[0], records);
};
