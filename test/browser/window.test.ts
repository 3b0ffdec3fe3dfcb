import type { Browser } from 'playwright-core';
import { DESK, openBrowser, PHONE, shot, signIn } from './browser.js';
import { call, deskOf, until, work } from './desk.js';
import { COUNTY, material, TOWNSHIP } from './restaurant.js';
import { draftOf, foodForm, SHOP_SIGN, signForm } from './single-items.js';

describe('a clerk at a window', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('enters what somebody brings, prints the receipt, and forwards the papers elsewhere', async () => {
    const { page, problems } = await signIn(browser, 'tieDong-window', DESK);
    await page.goto('/window');
    await page.getByTestId('window-entry').waitFor();
    // The window's own place stands there already.
    const place = page.locator('#region-county option:checked');
    await place.filter({ hasText: '铁东区' }).waitFor({ state: 'attached' });
    await page.locator('#window-item').fill('食品经营');
    await page.getByRole('option', { name: '食品经营许可（餐饮服务）' }).click();
    await page.locator('#window-number').fill(foodForm.idNumber);
    await page.locator('#window-name').fill('张小梅');
    await page.locator('#window-queue').fill('A017');
    await page.locator('#region-county').selectOption({ label: COUNTY });
    const townships = page.locator('#region-township');
    await townships.waitFor();
    const names = await townships.locator('option').allTextContents();
    await townships.selectOption({ label: names.find((name) => TOWNSHIP.test(name)) ?? '' });
    await page.getByTestId('window-open').click();
    await page.getByText(/人口库中没有这个身份证号码和姓名的人/).waitFor();
    await shot(page, 'window-1-not-verified');

    await page.locator('#window-name').fill('张晓梅');
    await page.locator('#window-name').press('Enter');
    await page.getByTestId('for-whom').getByText('张晓梅').waitFor();
    await page.locator('#root_creditCode').waitFor();
    // Who was verified is not written down again.
    expect(await page.locator('#root_operatorName').inputValue()).toBe('张晓梅');
    expect(await page.locator('#root_creditCode').inputValue()).toBe(foodForm.creditCode);
    await shot(page, 'window-2-form');
    const draft = page.url().split('/drafts/')[1] ?? '';
    // The form saves itself as long as it is open, and would write over what is saved beside it.
    await page.goto('/window');
    await page.getByTestId('window-entry').waitFor();
    await call(page, 'PUT', `/api/drafts/${draft}`, { form: foodForm, materials: {} });
    await page.goto(`/drafts/${draft}/materials`);
    const rows = page.locator('li.material').filter({ has: page.locator('input[type=file]') });
    await rows.first().waitFor();
    for (const code of ['food-application', 'layout', 'food-safety-rules']) {
      const row = page.getByTestId(`material-${code}`);
      await row.locator('input[type=file]').setInputFiles(material(code));
      await row.locator('.file').first().waitFor();
    }
    await shot(page, 'window-3-materials');
    await page.getByRole('button', { name: '保存并继续' }).click();
    await page.getByTestId('declare').check();
    await page.getByTestId('submit-case').click();

    const receipt = page.getByTestId('collection-receipt');
    await receipt.getByText(/^SJ\d{14}$/).waitFor();
    expect(await receipt.getByText('张晓梅').count()).toBe(1);
    await shot(page, 'window-4-receipt');
    const number = page.url().split('/').pop() ?? '';
    await page.getByRole('link', { name: '下一位' }).click();
    const row = page
      .getByTestId('collection')
      .filter({ has: page.locator(`a[href$="${number}"]`) });
    await row.getByLabel('转交方式、单号').fill('快递 SF1234567890');
    await row.getByRole('button', { name: '转交' }).click();
    await row.getByText(/SF1234567890/).waitFor();
    await shot(page, 'window-5-collected');

    const owner = await deskOf(browser, 'hc-market-handler', 'handler');
    await owner.goto('/incoming-papers');
    const incoming = owner
      .getByTestId('collection')
      .filter({ has: owner.locator(`a[href$="${number}"]`) });
    await incoming.getByRole('button').click();
    await incoming.getByRole('button').waitFor({ state: 'detached' });
    await shot(owner, 'window-6-incoming');
    expect(problems).toEqual([]);
  }, 120_000);

  test('takes in what somebody could not get done, which is answered by its desk', async () => {
    const { page, problems } = await signIn(browser, 'xt-window', DESK);
    await page.goto('/window');
    await page.getByTestId('unresolved').click();
    expect(await page.locator('#window-item').inputValue()).toBe('办不成事反映');
    await page.locator('#window-number').fill(foodForm.idNumber);
    await page.locator('#window-name').fill('张晓梅');
    await page.getByTestId('window-open').click();
    await page.locator('#root_story').waitFor();
    expect(await page.locator('#root_name').inputValue()).toBe('张晓梅');
    await shot(page, 'window-7-unresolved');
    const draft = page.url().split('/drafts/')[1]?.split('/')[0] ?? '';
    await page.goto('/window');
    const form = {
      ...{ name: '张晓梅', idNumber: foodForm.idNumber, phone: '19900000001' },
      ...{ matter: '给饭店办食品许可', unit: '市场监管窗口', story: '去了三次都说缺材料。' },
    };
    await call(page, 'PUT', `/api/drafts/${draft}`, { form, materials: {} });
    const { number } = await call<{ number: string }>(page, 'POST', '/api/cases', { draft });

    const desk = await deskOf(browser, 'hc-unresolved', 'handler');
    await work(desk, number, 'verify', 'done', { conclusion: '窗口没有一次性告知。' });
    const reason = '已协调市场监管窗口，当天收件。';
    await work(desk, number, 'answer', 'grant', { reason }, reason);
    const applicant = await signIn(browser, 'zhang', DESK);
    await applicant.page.goto(`/cases/${number}`);
    await applicant.page.getByText(reason).filter({ visible: true }).first().waitFor();
    await shot(applicant.page, 'window-8-answered');
    expect([...problems, ...applicant.problems]).toEqual([]);
  }, 120_000);

  test('posts two results of one person in one envelope, and hands a third out against a signature drawn', async () => {
    const applicant = await signIn(browser, 'zhang', PHONE);
    const clerk = await deskOf(browser, 'xt-urban', 'handler');
    const recorded = async (deliveryMethod: string): Promise<string> => {
      const form = { ...signForm, deliveryMethod };
      const draft = await draftOf(applicant.page, SHOP_SIGN, form, ['sign-picture']);
      const { number } = await call<{ number: string }>(applicant.page, 'POST', '/api/cases', {
        draft,
      });
      await work(clerk, number, 'record', 'accept');
      return number;
    };
    const posted = [await recorded('post'), await recorded('post')];
    const fetched = await recorded('window');
    const parcel = (number: string) =>
      clerk.getByTestId('parcel').filter({ has: clerk.getByText(number, { exact: true }) });
    await until('the three results', async () => {
      const { items } = await call<{ items: { caseNumber: string }[] }>(
        clerk,
        'GET',
        '/api/deliveries',
      );
      const there = items.map(({ caseNumber }) => caseNumber);
      return [...posted, fetched].every((number) => there.includes(number)) || undefined;
    });
    await clerk.goto('/deliveries');
    for (const number of posted) await parcel(number).getByRole('checkbox').check();
    const envelope = clerk.getByTestId('envelope');
    await envelope.getByText('张晓梅 的 2 件结果装一个信封').waitFor();
    await envelope.getByLabel('信封的快递公司').fill('邮政速递');
    await envelope.getByLabel('信封的邮寄单号').fill('EA987654321CN');
    await shot(clerk, 'window-9-envelope');
    await envelope.getByRole('button', { name: '已寄出' }).click();
    await envelope.waitFor({ state: 'detached' });
    for (const number of posted) await parcel(number).getByText('EA987654321CN').waitFor();

    const pad = parcel(fetched).getByTestId('signature-pad');
    await pad.scrollIntoViewIfNeeded();
    const drawn = pad.locator('path');
    const stroke = async (places: [number, number][]) => {
      const { x, y, width, height } = (await pad.boundingBox())!;
      const [[left, top], ...rest] = places as [[number, number], ...[number, number][]];
      await clerk.mouse.move(x + left * width, y + top * height);
      await clerk.mouse.down();
      for (const [across, down] of rest)
        await clerk.mouse.move(x + across * width, y + down * height, { steps: 4 });
      await clerk.mouse.up();
    };
    await stroke([
      [0.1, 0.9],
      [0.2, 0.1],
    ]);
    await parcel(fetched).getByRole('button', { name: '清除重签' }).click();
    expect(await drawn.getAttribute('d')).toBe('');
    await stroke([
      [0.2, 0.3],
      [0.45, 0.3],
      [0.3, 0.8],
    ]);
    await stroke([
      [0.55, 0.2],
      [0.6, 0.85],
      [0.8, 0.4],
    ]);
    const path = (await drawn.getAttribute('d')) ?? '';
    // Two strokes of eight moves each.
    expect(path.match(/[ML]/g)).toEqual([...'MLLLLLLLLMLLLLLLLL']);
    await shot(clerk, 'window-10-signature');
    await parcel(fetched).getByRole('button', { name: '已领取' }).click();
    await parcel(fetched).waitFor({ state: 'detached' });
    await applicant.page.goto(`/cases/${fetched}`);
    const kept = applicant.page.getByLabel('领取人的手写签名');
    await kept.waitFor();
    expect(await kept.locator('path').getAttribute('d')).toBe(path);
    await kept.scrollIntoViewIfNeeded();
    await shot(applicant.page, 'window-11-signed-for');
    expect(applicant.problems).toEqual([]);
  }, 120_000);
});
