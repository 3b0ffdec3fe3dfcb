/** Whether what stands on a page can be used by everybody: axe-core's rules of WCAG 2.2 AA and its good practice. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ask = `axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
})`;

/** Each violation with the first elements that have it, as a sentence. */
export async function barriers(page: Page): Promise<string[]> {
  const loaded = await page.evaluate<boolean>('"axe" in window');
  // Evaluated, not added to the page, whose content security policy takes no foreign script.
  if (!loaded) await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>(ask);
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map(({ target, failureSummary = '' }) => {
      const [, why = ''] = failureSummary.split('\n');
      return `${target.join(' ')} (${why.trim()})`;
    });
    return `${id}, ${help}: ${nodes.length} × ${where.join('; ')}`;
  });
}
