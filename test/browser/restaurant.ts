/** The restaurant of the demonstration, as its owner fills it in. */
import type { Page } from 'playwright-core';

export const RESTAURANT = '210199001000';
export const COUNTY = '海城市';
export const TOWNSHIP = /响堂/;

/** A small file that really is a PDF: materials are sniffed, not believed. */
export const material = (name: string) => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
  ),
});

const form = {
  creditCode: '92210399MA0XT0013G',
  businessName: '海城市响堂街道晓梅饭店',
  operatorName: '张晓梅',
  idNumber: '210399198604120024',
  phone: '19900000001',
  address: '响堂街道演示路18号',
  premises: 'own',
  area: 180,
  floor: 1,
  seats: 60,
  categories: ['hot', 'cold'],
  onlineBusiness: false,
  foodSafetyOfficer: '张晓梅',
  autoFireSystem: false,
  firePromise: true,
  hasSign: false,
  occupiesRoad: false,
  highwayAccess: false,
  deliveryMethod: 'window',
  deliveryAddress: '响堂街道演示路18号',
  addressConfirmed: true,
};

interface Material {
  code: string;
  need: string;
  held: object | null;
}

/** Hands a case in through the API with the page's own sign-in. @returns its number */
export async function handIn(page: Page, region: string, change: object = {}): Promise<string> {
  const filled = { ...form, ...change };
  const headers = { 'x-requested-with': 'onestop' };
  const post = async <T>(path: string, data: object, more: Record<string, string> = {}) => {
    const answer = await page.request.post(path, { headers: { ...headers, ...more }, data });
    if (!answer.ok()) throw new Error(`${path} ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const draft = await post<{ id: string }>('/api/drafts', { item: RESTAURANT, region });
  const situation = await post<{ materials: Material[]; prefill: object }>(
    `/api/items/${RESTAURANT}/situation`,
    { region, form: filled },
  );
  const materials: Record<string, string[]> = {};
  for (const { code, need, held } of situation.materials) {
    if (need !== 'required' || held) continue;
    const answer = await page.request.post('/api/files', {
      headers,
      multipart: { file: material(code) },
    });
    materials[code] = [((await answer.json()) as { id: string }).id];
  }
  const ways = { promise: { signedName: form.operatorName } };
  const data = { form: filled, materials, ways };
  await page.request.put(`/api/drafts/${draft.id}`, { headers, data });
  const key = { 'idempotency-key': crypto.randomUUID() };
  const answer = await post<{ number: string }>('/api/cases', { draft: draft.id }, key);
  return answer.number;
}

/** Answers a question drawn as radio buttons. */
async function choose(page: Page, question: string, answer: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();
}

/** 情形引导: region and answers. */
export async function answerSituation(page: Page): Promise<void> {
  await page.locator('#region-county').selectOption({ label: COUNTY });
  const townships = page.locator('#region-township');
  await townships.waitFor();
  const names = await townships.locator('option').allTextContents();
  await townships.selectOption({ label: names.find((name) => TOWNSHIP.test(name)) ?? '' });
  await page.getByLabel(/经营场所面积/).fill('180');
  await choose(page, '经营场所是自有还是租用？', '自有');
  await choose(page, '消防安全检查选择告知承诺制吗？', '是');
  await choose(page, '要设置户外招牌吗？', '否');
  await choose(page, '围挡或者外摆要占用城市道路吗？', '否');
  await choose(page, '停车场出入口要接国道吗？', '否');
}

/** The rest of the form; what was filled in from shared data is written over with the same. */
export async function fillForm(page: Page): Promise<void> {
  const text: [string, string][] = [
    ['creditCode', form.creditCode],
    ['businessName', form.businessName],
    ['operatorName', form.operatorName],
    ['idNumber', form.idNumber],
    ['phone', form.phone],
    ['address', form.address],
    ['floor', String(form.floor)],
    ['seats', String(form.seats)],
    ['foodSafetyOfficer', form.foodSafetyOfficer],
    ['deliveryAddress', form.deliveryAddress],
  ];
  for (const [name, value] of text) await page.locator(`#root_${name}`).fill(value);
  await page.getByText('热食类制售', { exact: true }).click();
  await page.locator('[name="root_deliveryMethod"]').first().check();
  await page.locator('[name="root_addressConfirmed"]').first().check();
}

/** Uploads every material that is asked for. */
export async function uploadAll(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '共用材料' }).waitFor();
  const required = page
    .locator('li.material')
    .filter({ hasText: '必要' })
    .filter({
      has: page.locator('input[type=file]'),
      hasNotText: '非必要',
    });
  for (let at = 0; at < (await required.count()); at += 1) {
    const row = required.nth(at);
    await row.locator('input[type=file]').setInputFiles(material(`material-${at}`));
    await row.locator('.file').first().waitFor();
  }
}
