/** Single items of the demonstration handed in through the API with a page's own sign-in. */
import type { Page } from 'playwright-core';
import { call } from './desk.js';
import { material } from './restaurant.js';

export const FOOD_LICENCE = '210125001000';
export const ROAD = '210117001000';
export const SHOP_SIGN = '212045001000';
/** 海城市响堂街道. */
export const XIANGTANG = '210381003';

/** `yyyy-MM-dd` in Shanghai, so many days from now. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'Asia/Shanghai',
  });

const business = {
  creditCode: '92210399MA0XT0013G',
  businessName: '海城市响堂街道晓梅饭店',
  operatorName: '张晓梅',
  idNumber: '210399198604120024',
  phone: '19900000001',
  address: '海城市响堂街道永安路1号（演示）',
  deliveryMethod: 'electronic',
  deliveryAddress: '海城市响堂街道永安路1号（演示）',
  addressConfirmed: true,
};

export const foodForm = {
  ...business,
  premises: 'own',
  area: 180,
  floor: 1,
  seats: 60,
  categories: ['hot'],
  onlineBusiness: false,
  foodSafetyOfficer: '张晓梅',
};

export const signForm = {
  ...business,
  premises: 'own',
  signWidth: 4,
  signHeight: 1.2,
  signPosition: '一层门楣正上方',
};

export const roadForm = (from: string, to: string) => ({
  ...business,
  occupyArea: 12,
  occupyFrom: from,
  occupyTo: to,
  occupyPurpose: '外摆经营',
});

/** A draft with these materials uploaded. @param files of a test's own, by material. @returns its id */
export async function draftOf(
  page: Page,
  item: string,
  form: object,
  codes: string[],
  files: Readonly<Record<string, { name: string; mimeType: string; buffer: Buffer }>> = {},
): Promise<string> {
  const { id } = await call<{ id: string }>(page, 'POST', '/api/drafts', {
    item,
    region: XIANGTANG,
  });
  const materials: Record<string, string[]> = {};
  for (const code of codes) {
    const answer = await page.request.post('/api/files', {
      headers: { 'x-requested-with': 'onestop' },
      multipart: { file: files[code] ?? material(code) },
    });
    materials[code] = [((await answer.json()) as { id: string }).id];
  }
  await call(page, 'PUT', `/api/drafts/${id}`, { form, materials });
  return id;
}
