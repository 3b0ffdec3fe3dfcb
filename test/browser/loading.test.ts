/**
 * How soon a page stands on a slow telephone, and whether it stays where it stands: the largest paint (LCP) and
 * the layout shifts (CLS) of pages opened for the first time, on slow 4G (150 ms, 1.6 Mbit/s) with a quarter of
 * this machine's speed. A machine that others use too is slower than that: what it had left for this test is
 * measured beside each opening, and of some openings the best counts.
 */
import type { Browser, Page } from 'playwright-core';
import { signIn as signInByHttp } from '../../tools/session/sign-in.js';
import { eventually } from '../workflow/stage.js';
import { DESK, openBrowser, openVisit, PHONE, platformUrl } from './browser.js';

const SLOW_4G = {
  ...{ offline: false, latency: 150 },
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const SLOWER = 4;
const OPENINGS = 3;
/** Without another paint or shift for so long a page has settled, ms. */
const SETTLED = 1_500;

/** ms of the processor for the measure of what is left of it. */
const MEASURED = 150;

/** How many times longer work takes than the processor works at it: 1 on a machine of one's own. */
function crowding(): number {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  let used = 0;
  while (used < MEASURED * 1000) {
    const { user, system } = process.cpuUsage(cpu);
    used = user + system;
  }
  return Math.max(1, ((performance.now() - wall) * 1000) / used);
}

interface Seen {
  /** When the largest part was painted, ms after the page was asked for. */
  largest: number;
  what: string;
  /** Of the machine, while it was opened. */
  crowded?: number;
  shifted: number;
  parts: string[];
}

/** What the browser tells of its paints, gathered from the page's first moment. */
const GATHER = `
  window.seen = { largest: 0, what: '', shifted: 0, parts: [] };
  const nameOf = (node) => (node ? node.nodeName + '.' + (node.className || '') : '');
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.seen.largest = entry.startTime;
      window.seen.what = nameOf(entry.element);
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      window.seen.shifted += entry.value;
      window.seen.parts.push(...entry.sources.map(({ node }) => nameOf(node)));
    }
  }).observe({ type: 'layout-shift', buffered: true });`;

async function settled(page: Page): Promise<Seen> {
  let last = '';
  let since = Date.now();
  return eventually(
    'the page to settle',
    async () => {
      const seen = await page.evaluate<Seen>('window.seen');
      const now = JSON.stringify(seen);
      if (now !== last || seen.largest === 0) [last, since] = [now, Date.now()];
      return Date.now() - since > SETTLED ? seen : undefined;
    },
    60_000,
  );
}

const isSoon = ({ largest, crowded = 1 }: Seen, limit: number): boolean =>
  largest / crowded <= limit;

const PAGES: [string, string | undefined, typeof DESK, number][] = [
  ['/', undefined, PHONE, 2_000],
  ['/items/210511001000', undefined, PHONE, 2_500],
  ['/', 'zhang', PHONE, 2_500],
  ['/workbench', 'xt-window', DESK, 4_000],
  ['/day', 'xt-window', DESK, 4_000],
];

describe('a page on a slow line', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function opening(path: string, account: string | undefined, size: typeof DESK) {
    const { page } = await openVisit(browser, size);
    if (account) {
      const session = await signInByHttp(platformUrl(), account, 'onestop');
      await page.context().addCookies(session.cookies());
    }
    await page.addInitScript(GATHER);
    const tools = await page.context().newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', SLOW_4G);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const before = crowding();
    await page.goto(path);
    const seen = await settled(page);
    await page.context().close();
    return { ...seen, crowded: (before + crowding()) / 2 };
  }

  test.each(PAGES)(
    '%s of %s is there soon and stays where it is',
    async (path, account, size, limit) => {
      const openings: Seen[] = [];
      for (let n = 0; n < OPENINGS; n += 1) {
        openings.push(await opening(path, account, size));
        if (openings.some((one) => isSoon(one, limit))) break;
      }
      const told = JSON.stringify(openings);
      if (process.env.PICTURES) console.info(path, told);
      expect(openings.some((one) => isSoon(one, limit)) || told).toBe(true);
      expect(openings.every(({ shifted }) => shifted <= 0.05) || told).toBe(true);
    },
    180_000,
  );
});
