/** 信用记录: what a broken word leaves behind, and how it is mended. */
import { AnswerError } from '../../session/sign-in.js';
import type { PatientSession } from '../patience.js';

interface CreditRecord {
  id: string;
  caseNumber: string;
  factName: string;
  state: string;
  expiresOn: string;
  requests: { id: string; state: string }[];
}

/** The record a case left. @throws Error when there is none that is valid */
export async function recordOf(
  applicant: PatientSession,
  caseNumber: string,
): Promise<CreditRecord> {
  const { records } = await applicant.get<{ records: CreditRecord[] }>('/api/credit');
  const record = records.find((each) => each.caseNumber === caseNumber && each.state === 'valid');
  if (!record) throw new Error(`办件 ${caseNumber} 没有留下信用记录。`);
  return record;
}

/** What the platform says against an application it must refuse. @throws Error when it does not */
export async function refusalOf(code: string, attempt: () => Promise<unknown>): Promise<string> {
  try {
    await attempt();
  } catch (error) {
    const { problem } = error as { problem?: { code: string; detail: string } };
    if (error instanceof AnswerError && problem?.code === code) return problem.detail;
    throw error;
  }
  throw new Error(`应当以 ${code} 拒绝的申请被收下了。`);
}

/** The subject asks, the department that recorded it agrees; the record bars nothing any more. */
export async function mend(
  applicant: PatientSession,
  department: PatientSession,
  record: CreditRecord,
  { kind, statement, reason }: { kind: 'objection' | 'repair'; statement: string; reason: string },
): Promise<void> {
  const path = `/api/credit/records/${record.id}/requests`;
  const { requests } = await applicant.post<CreditRecord>(path, { kind, statement });
  const open = requests.find(({ state }) => state === 'open');
  if (!open) throw new Error(`信用记录 ${record.id} 的申请没有登记。`);
  const decision = { grant: true, reason };
  await department.post(`/api/credit/requests/${open.id}/decision`, decision);
}
