/** The applicant's side: apply with materials, correct, pay, rate; all through the public API. */
import type { Answer, CaseView, MaterialView } from './api.js';
import { persist, type PatientSession } from './patience.js';

/** The smallest file that is a real PDF; a demonstration's material needs no more. */
function pdf(title: string): Blob {
  const content = `BT /F1 18 Tf 40 780 Td (${title}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
      '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return new Blob([file], { type: 'application/pdf' });
}

export async function upload(session: PatientSession, code: string): Promise<string> {
  const body = new FormData();
  body.append('file', pdf(code), `${code}.pdf`);
  const { id } = await session.post<{ id: string }>('/api/files', body);
  return id;
}

/** The name somebody signed on with: promises are signed with it. */
export async function nameOf(session: PatientSession): Promise<string> {
  const { person } = await session.get<{ person: { name: string } }>('/api/session');
  return person.name;
}

/** What an applicant chooses, where the item leaves a choice. */
export interface Chosen {
  /** 容缺受理: what may follow is not handed in yet. */
  gaps?: boolean;
}

/** Opens a draft, fills it in and hands it in. @returns the case's number */
export async function apply(
  session: PatientSession,
  item: string,
  region: string,
  form: Record<string, unknown>,
  chosen: Chosen = {},
): Promise<string> {
  const draft = await session.post<{ id: string }>('/api/drafts', { item, region });
  return handIn(session, draft.id, form, await nameOf(session), chosen);
}

/**
 * Fills a draft, uploads what is not held already, signs what is to be promised, submits.
 * @param name who signs promises: the applicant
 * @returns the case's number
 */
export async function handIn(
  session: PatientSession,
  draft: string,
  form: Record<string, unknown>,
  name: string,
  { gaps = false }: Chosen = {},
): Promise<string> {
  const { materials, ways } = await session.post<{
    materials: MaterialView[];
    ways: { promise: object | null; gaps: object | null };
  }>(`/api/drafts/${draft}/situation`, { form, materials: {} });
  const asked = new Set<string>(ways.gaps && !gaps ? ['required', 'deferrable'] : ['required']);
  const handedIn: Record<string, string[]> = {};
  for (const { code, need, held, source } of materials) {
    if (asked.has(need) && !held && source !== 'government') {
      handedIn[code] ??= [await upload(session, code)];
    }
  }
  const signed = {
    ...(ways.promise && { promise: { signedName: name } }),
    ...(ways.gaps && gaps && { gaps: { signedName: name } }),
  };
  await session.put(`/api/drafts/${draft}`, { form, materials: handedIn, ways: signed });
  const { number } = await session.post<{ number: string }>('/api/cases', { draft });
  return number;
}

/** Does what the case asks of its applicant now. @returns whether there was anything */
export async function serve(
  session: PatientSession,
  view: CaseView,
  answers: Record<string, Answer>,
): Promise<boolean> {
  const { number, applicantTask, payments } = view;
  const due = payments.find(({ state, payUrl }) => state === 'ordered' && payUrl);
  if (due) await pay(due.payUrl!);
  // A parent shows its children's tasks too: each is done once, at its own case.
  if (applicantTask?.caseNumber !== number) return due !== undefined;
  if (applicantTask.element === 'correct') {
    await session.post(`/api/cases/${number}/supplement`, {
      opinion: '已重新绘制布局图，补上操作间。',
      form: {},
      materials: { layout: [await upload(session, 'layout-corrected')] },
    });
    return true;
  }
  const answer = answers[applicantTask.element];
  if (answer) await session.post(`/api/tasks/${applicantTask.id}/completion`, answer);
  return true;
}

/** Pays on the province's pay page, as the applicant's browser would. */
async function pay(payUrl: string): Promise<void> {
  const answer = await persist(() => fetch(payUrl, { method: 'POST', redirect: 'manual' }));
  if (answer.status >= 400) throw new Error(`支付页 ${payUrl} 返回 ${answer.status}`);
}
