/** Applications as the demonstration's people hand them in. */
import type { Answer, Session } from '../../tools/session/sign-in.js';

export const SHOP_SIGN = '212045001000';
export const RESTAURANT = '210199001000';
/** 海城市响堂街道. */
export const XIANGTANG = '210381003';

export interface Problem {
  code: string;
  detail: string;
  errors?: { field: string; message: string }[];
  findings?: { element?: string; message: string }[];
}

export const shopSignForm = {
  creditCode: '92210399MA0XT0013G',
  businessName: '海城市响堂街道晓梅饭店',
  operatorName: '张晓梅',
  idNumber: '210399198604120024',
  phone: '19900000001',
  address: '海城市响堂街道永安路1号（演示）',
  premises: 'own',
  signWidth: 4,
  signHeight: 1.2,
  signPosition: '一层门楣正上方',
  deliveryMethod: 'electronic',
  deliveryAddress: '海城市响堂街道永安路1号（演示）',
  addressConfirmed: true,
};

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Uploads a file; by default a small picture. */
export function upload<T = { id: string }>(
  session: Session,
  name = '效果图.png',
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(PNG),
): Promise<Answer<T>> {
  const form = new FormData();
  form.append('file', new Blob([bytes]), name);
  return session.call<T>('POST', '/api/files', form);
}

/** A draft with its content. @returns its id */
export async function draftOf(
  session: Session,
  item: string,
  form: Record<string, unknown>,
  materials: Record<string, string[]> = {},
  region = XIANGTANG,
): Promise<string> {
  const { id } = await session.post<{ id: string }>('/api/drafts', { item, region });
  await session.put(`/api/drafts/${id}`, { form, materials });
  return id;
}

/** A complete application for a shop sign. @returns the draft's id */
export async function shopSignDraft(session: Session): Promise<string> {
  const { body } = await upload(session);
  return draftOf(session, SHOP_SIGN, shopSignForm, { 'sign-picture': [body.id] });
}
