/** Nothing that a process administrator types or draws is lost, and two who draw one process hear of each other. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, shot, signIn } from './browser.js';

const ENTRY = (field: string) => `#bio-properties-panel-onestop-${field}`;

/** A new process on the canvas, its task chosen. */
async function begin(page: Page, id: string): Promise<void> {
  await page.goto('/designer');
  await page.getByRole('button', { name: '新建流程' }).click();
  await page.getByLabel('流程名称').fill('画到一半的流程');
  await page.getByLabel('流程编号').fill(id);
  await page.getByRole('button', { name: '开始设计' }).click();
  await choose(page);
}

async function choose(page: Page): Promise<void> {
  await page.locator('.djs-element[data-element-id=handle]').click();
  await page.locator(ENTRY('limit')).waitFor();
}

/** Nothing that was typed is only on the screen, where the platform cannot be reached. */
const kept = (page: Page) =>
  page.getByTestId('unsaved').filter({ hasText: '已留在本机' }).waitFor();

const autosaved = (page: Page) =>
  page.getByTestId('unsaved').filter({ hasText: '已自动保存' }).waitFor();

/** A machine busy with other tests draws slowly; ms. */
const SLOW = 90_000;

describe('a process administrator', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test(
    'types on in a field while each word changes the drawing, and finds it after F5',
    async () => {
      const { page } = await signIn(browser, 'admin', DESK);
      const id = `typing-${Date.now().toString(36)}`;
      await begin(page, id);
      await page.locator(ENTRY('outcomes')).click();
      // slower than the panel takes each change over
      await page.keyboard.type('agree=同意;disagree=不同意', { delay: 120 });
      await page.getByTestId('findings').getByText('检查通过').waitFor();
      expect(await page.locator(ENTRY('outcomes')).inputValue()).toBe('agree=同意;disagree=不同意');
      await autosaved(page);

      await page.route('**/draft', (route) => route.abort());
      await page.locator(ENTRY('limit')).fill('P7D');
      await kept(page);
      await page.reload();
      await page.getByTestId('recovered').waitFor();
      await choose(page);
      expect(await page.locator(ENTRY('outcomes')).inputValue()).toBe('agree=同意;disagree=不同意');
      expect(await page.locator(ENTRY('limit')).inputValue()).toBe('P7D');
      await shot(page, 'designer-1-recovered');
    },
    SLOW,
  );

  test(
    'has a draft kept on the platform without saving it, faults and all, and may give it up',
    async () => {
      const { page } = await signIn(browser, 'admin', DESK);
      const id = `itself-${Date.now().toString(36)}`;
      await begin(page, id);
      await page.locator(ENTRY('limit')).fill('很快');
      await autosaved(page);

      const elsewhere = await signIn(browser, 'admin', DESK);
      await elsewhere.page.goto(`/designer/${id}`);
      await choose(elsewhere.page);
      expect(await elsewhere.page.locator(ENTRY('limit')).inputValue()).toBe('很快');

      // Nobody asked for a draft: giving it up leaves none.
      await page.getByTestId('discard').click();
      await page.getByRole('button', { name: /确.?定|OK/ }).click();
      await page.waitForURL('**/designer');
      await page.getByRole('button', { name: '新建流程' }).waitFor();
      expect(await page.getByText(id).count()).toBe(0);
    },
    SLOW,
  );

  test(
    'keeps a half-drawn process, is told why it is not published, and deletes it',
    async () => {
      const { page } = await signIn(browser, 'admin', DESK);
      const id = `half-${Date.now().toString(36)}`;
      await begin(page, id);
      await page.locator(ENTRY('limit')).fill('很快');
      await page.getByTestId('publish-why').waitFor();
      await page.locator('[data-testid=publish]:disabled').waitFor();
      await page.getByTestId('save-draft').click();
      await page.getByText('草稿已保存').waitFor();
      await page.getByTestId('draft-of').waitFor();
      await shot(page, 'designer-2-half');

      await page.goto(`/designer/${id}`);
      await choose(page);
      expect(await page.locator(ENTRY('limit')).inputValue()).toBe('很快');
      await page.locator(ENTRY('limit')).fill('P3D');
      await autosaved(page);
      await page.getByTestId('discard').click();
      await page.getByRole('button', { name: /确.?定|OK/ }).click();
      await choose(page);
      expect(await page.locator(ENTRY('limit')).inputValue()).toBe('很快');
      await page.getByTestId('drop-draft').click();
      await page.getByRole('button', { name: /确.?定|OK/ }).click();
      await page.waitForURL('**/designer');
      await page.getByRole('button', { name: '新建流程' }).waitFor();
      expect(await page.getByText(id).count()).toBe(0);
    },
    SLOW,
  );

  test(
    'is told who saved meanwhile, sees what they changed, and goes on with either',
    async () => {
      const one = await signIn(browser, 'admin', DESK);
      const id = `two-${Date.now().toString(36)}`;
      await begin(one.page, id);
      await one.page.getByTestId('save-draft').click();
      await one.page.getByText('草稿已保存').waitFor();

      const other = await signIn(browser, 'admin2', DESK);
      await other.page.goto(`/designer/${id}`);
      await choose(other.page);
      await one.page.locator(ENTRY('limit')).fill('P5D');
      await one.page.getByTestId('save-draft').click();
      await one.page.getByText('草稿已保存').first().waitFor();

      // Told before anything is changed here, and again when it is to be kept.
      await other.page
        .getByTestId('draft-conflict')
        .getByText(/正在编制同一份草稿/)
        .waitFor({ timeout: 40_000 });
      await other.page.locator(ENTRY('limit')).fill('P9D');
      await other.page.getByText(/保存了另一份草稿/).waitFor();
      const conflict = other.page.getByTestId('draft-conflict');
      await conflict.waitFor();
      await shot(other.page, 'designer-3-conflict');
      await conflict.getByRole('button', { name: '看对方改了什么' }).click();
      await other.page.getByRole('dialog').getByText('还没有发布过').waitFor();
      await other.page.keyboard.press('Escape');
      await conflict.getByRole('button', { name: '以我的为准' }).click();
      await other.page.getByRole('button', { name: /确.?定|OK/ }).click();
      await conflict.waitFor({ state: 'detached' });
      await one.page.goto(`/designer/${id}`);
      await choose(one.page);
      expect(await one.page.locator(ENTRY('limit')).inputValue()).toBe('P9D');
    },
    SLOW,
  );

  test(
    'publishes with a look at what changes and a note, goes back to a version, and ends what is unused',
    async () => {
      const { page, problems } = await signIn(browser, 'admin', DESK);
      // The city wants a second person: who drew it does not publish it.
      const second = await signIn(browser, 'admin2', DESK);
      const id = `act-${Date.now().toString(36)}`;
      const publish = async ({ page: other }: { page: Page }, note: string, version: number) => {
        await other.goto(`/designer/${id}`);
        await other
          .getByTestId('findings')
          .getByText(/检查通过|0 个错误/)
          .waitFor();
        await other.getByTestId('publish').click();
        await other.getByTestId('publish-note').waitFor();
        // Nothing is published without a word why.
        expect(await other.getByTestId('publish-confirm').isDisabled()).toBe(true);
        await other.getByTestId('publish-note').fill(note);
        if (version > 1) {
          const sides = other.getByTestId('comparison');
          await sides.locator('.is-changed[data-element-id=handle]').nth(1).waitFor();
          await other.getByRole('cell', { name: '环节时限' }).waitFor();
          await other.getByRole('button', { name: '承办（handle）' }).click();
          await sides.locator('.is-chosen[data-element-id=handle]').nth(1).waitFor();
          await shot(other, 'designer-4-comparison');
        }
        await other.getByTestId('publish-confirm').click();
        await other.getByText(`已发布第 ${version} 版`).waitFor();
      };
      await begin(page, id);
      await page.locator(ENTRY('limit')).fill('5wd');
      await autosaved(page);
      await publish(second, '首次编制', 1);
      await page.goto(`/designer/${id}`);
      await choose(page);
      await page.locator(ENTRY('limit')).fill('3wd');
      await autosaved(page);
      await publish(second, '压缩时限', 2);

      await page.goto(`/designer/${id}`);
      await page.getByTestId('version-history').click();
      await page.getByRole('cell', { name: '压缩时限' }).waitFor();
      await shot(page, 'designer-5-versions');
      const first = page.getByRole('row', { name: /首次编制/ });
      await first.getByRole('button', { name: '恢复这一版' }).click();
      await page.getByRole('button', { name: /确.?定|OK/ }).click();
      await page.getByTestId('draft-of').waitFor();
      await choose(page);
      expect(await page.locator(ENTRY('limit')).inputValue()).toBe('5wd');

      await page.getByTestId('version-history').click();
      await page.getByTestId('delete-definition').click();
      await page.getByRole('button', { name: /确.?定|OK/ }).click();
      await page.waitForURL('**/designer');
      await page.getByRole('button', { name: '新建流程' }).waitFor();
      await page.getByText(id).waitFor({ state: 'detached' });
      expect([...problems, ...second.problems]).toEqual([]);
    },
    SLOW,
  );

  test(
    'is asked before a file becomes the draft of a process there is',
    async () => {
      const { page } = await signIn(browser, 'admin', DESK);
      const { xml } = await page.evaluate(
        async () =>
          (await (await fetch('/api/processes/shop-sign/versions/1/xml')).json()) as {
            xml: string;
          },
      );
      await page.goto('/designer');
      const choose = () =>
        page.locator('input[type=file]').setInputFiles({
          ...{ name: 'shop-sign.bpmn', mimeType: 'application/xml', buffer: Buffer.from(xml) },
        });
      await choose();
      await page.locator('.ant-modal-confirm-title').getByText('（shop-sign）').waitFor();
      await shot(page, 'designer-6-import');
      await page.getByRole('button', { name: /取.?消/ }).click();
      expect(new URL(page.url()).pathname).toBe('/designer');
      await choose();
      await page.getByRole('button', { name: '作为它的新草稿打开' }).click();
      await page.waitForURL('**/designer/shop-sign');
      // Nobody has drawn anything yet: there is no draft.
      await page.getByTestId('canvas').locator('.djs-shape').first().waitFor();
      expect(await page.getByTestId('draft-of').count()).toBe(0);
    },
    SLOW,
  );

  test(
    'undoes, finds, exports pictures, chooses from what there is, and is led from a finding to its field',
    async () => {
      const { page, problems } = await signIn(browser, 'admin', DESK);
      await page.setViewportSize({ width: 1280, height: 640 });
      await begin(page, `tools-${Date.now().toString(36)}`);
      expect(await page.getByTestId('tool-undo').isDisabled()).toBe(true);
      await page.locator(ENTRY('limit')).fill('很快');
      const finding = page.getByTestId('findings').getByRole('button', { name: /时限“很快”/ });
      await finding.waitFor();
      // The list stands beside the drawing, which keeps its height in a low window.
      const drawing = (await page.getByTestId('canvas').boundingBox())!;
      const list = (await page.getByTestId('findings').boundingBox())!;
      expect(list.x).toBeGreaterThanOrEqual(drawing.x + drawing.width - 1);
      expect(drawing.height).toBeGreaterThan(400);
      await page.locator('.djs-element[data-element-id=finished]').click();
      await finding.click();
      await page.locator(`${ENTRY('limit')}:focus`).waitFor();
      await shot(page, 'designer-7-finding');
      await page.getByTestId('tool-undo').click();
      await finding.waitFor({ state: 'detached' });
      await page.getByTestId('tool-redo').click();
      await finding.waitFor();

      await page.locator(ENTRY('form')).selectOption('acceptance');
      await page.locator('a[href="/forms/acceptance"]').waitFor();
      await page.locator(ENTRY('outcomes')).fill('agree=同意;refuse=不同意');
      await page.locator('.djs-element[data-element-id=start]').click();
      // A level line has no height to be clicked on.
      const line = await page
        .locator('.djs-connection[data-element-id=flow_2] .djs-hit')
        .first()
        .evaluate((path) => {
          const { x, y, width, height } = path.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        });
      await page.mouse.click(line.x, line.y);
      const outcome = page.locator(ENTRY('outcome'));
      await outcome.selectOption({ label: '承办：同意' });
      // The editor of expressions knows our functions and what stands before the flow, and nothing else.
      const condition = page.locator('[data-entry-id=onestop-condition] .cm-content');
      await condition.getByText('handle.outcome = "agree"').waitFor();
      const offered = async (typed: string) => {
        await condition.click();
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type(typed, { delay: 60 });
        const list = page.locator('.cm-tooltip-autocomplete li');
        await list.first().waitFor();
        return (await list.allInnerTexts()).join('\n');
      };
      expect(await offered('han')).toContain('handle');
      const functions = await offered('co');
      expect(functions).toContain('contains');
      expect(functions).toContain('count');
      // A function of another engine.
      expect(await offered('is')).not.toContain('is blank');
      await page.keyboard.press('Escape');

      await page.getByTestId('tool-find').click();
      await page.locator('.djs-search-input input').pressSequentially('finished');
      await page.locator('.djs-search-result').first().waitFor();
      await page.keyboard.press('Escape');
      for (const [kind, label] of [
        ['svg', '图片（SVG）'],
        ['png', '图片（PNG）'],
      ] as const) {
        await page.getByTestId('export').click();
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByText(label).click(),
        ]);
        expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${kind}$`));
        const bytes = readFileSync(await file.path());
        if (kind === 'svg') {
          expect(bytes.toString('utf8')).toMatch(/^<\?xml[^]*<svg [^]*承办[^]*<\/svg>\s*$/);
        } else {
          expect(bytes.subarray(1, 4).toString()).toBe('PNG');
          // Drawn twice as large as on the screen: task and events beside each other.
          expect(bytes.readUInt32BE(16)).toBeGreaterThan(600);
        }
      }
      await page.getByTestId('tool-map').click();
      await page.locator('.djs-minimap.open svg').waitFor();
      await shot(page, 'designer-8-tools');
      expect(problems).toEqual([]);
    },
    SLOW,
  );

  test(
    'reads the whole editor in English',
    async () => {
      const { page, problems } = await signIn(browser, 'admin', DESK);
      await begin(page, `english-${Date.now().toString(36)}`);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByTestId('export').getByText('Export').waitFor();
      /** Every word and title but the drawing's own, and names that the city gave, which have their code. */
      const chinese = () =>
        page.locator('.designer-panel, .djs-palette, .designer-tools').evaluateAll((parts) =>
          parts.flatMap((part) => {
            const all = [...part.querySelectorAll('*')];
            const leaves = all.filter(({ childElementCount }) => childElementCount === 0);
            const words = [
              ...leaves.map(({ textContent }) => textContent),
              ...all.map((one) => one.getAttribute('title') ?? ''),
            ];
            return words.filter((one) =>
              /[\u4e00-\u9fff]/.test(one.replace(/承办|开始|办结|.*[（(][\w-]+[)）]$/g, '')),
            );
          }),
        );
      for (const element of ['start', 'finished', 'handle']) {
        await page.locator(`.djs-element[data-element-id=${element}]`).click();
        await page.locator('.bio-properties-panel-header-label').waitFor();
        expect(await chinese()).toEqual([]);
      }
      await shot(page, 'designer-9-english');
      await page.getByTestId('rehearse').click();
      await page.getByTestId('token-handle').waitFor();
      expect(await chinese()).toEqual([]);
      expect(problems).toEqual([]);
    },
    SLOW,
  );
});
