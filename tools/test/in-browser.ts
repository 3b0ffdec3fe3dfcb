/** The browser's tests on a platform of their own. */
import { startOwnPlatform } from '../start/own-platform.js';
import { findChromium } from './chromium.js';
import { jest, type JestRun } from './jest.js';
import type { Count } from './run.js';

/** @param some of them, otherwise than usual */
export async function inBrowser(some: Omit<JestRun, 'project'> = {}): Promise<Count> {
  const chromium = await findChromium();
  // Short days show the notice of a demonstration; nothing is waited for so long that it matters.
  const platform = await startOwnPlatform({ DEMO_DAY: '60s' });
  try {
    const env = { ...some.env, ONESTOP_URL: platform.url, ...chromium };
    return await jest({ ...some, project: 'browser', env });
  } finally {
    await platform.stop();
  }
}
