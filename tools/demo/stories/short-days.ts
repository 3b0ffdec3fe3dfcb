/** Stories that wait for a period to end need a platform whose days are short. */
import type { PatientSession } from '../patience.js';

/** The longest the demo waits for a period, ms. */
const PATIENCE = 100_000;

/**
 * @param days how many days the story waits for
 * @param why the period as a sentence begins, such as `公示要满 7 个自然日`
 * @throws Error saying how to start a platform on which they pass while one looks on
 */
export async function requireShortDays(
  session: PatientSession,
  days: number,
  why: string,
): Promise<void> {
  const { demoDay } = await session.get<{ demoDay: number | null }>('/api/health');
  if (demoDay !== null && demoDay * days <= PATIENCE) return;
  throw new Error(`${why}，请用 DEMO_DAY=2s npm start 启动平台（一天按 2 秒计）后再演示。`);
}
