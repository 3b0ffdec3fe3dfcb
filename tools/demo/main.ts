/**
 * `npm run demo [-- KIND] [--url URL] [--json]`: plays a story through the public HTTP API alone.
 * Exit 0 only if it really ended as the story must.
 */
import { parseArgs } from 'node:util';
import { play, type Tell } from './play.js';
import { stories } from './stories/index.js';
import type { Result } from './story.js';

const LEVELS: Record<string, string> = { city: '市', county: '县', township: '镇', village: '村' };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: `http://localhost:${process.env.PORT ?? 3000}` },
    json: { type: 'boolean', default: false },
  },
});
const kind = positionals[0] ?? 'restaurant';
const story = stories[kind]?.();
if (!story) {
  process.stderr.write(`没有演示 ${kind}；可选：${Object.keys(stories).join('、')}。\n`);
  process.exit(2);
}

/** The day of an instant in the city, yyyy-MM-dd. */
const cityDay = (at: string): string =>
  new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

const silent: Tell = () => undefined;
const aloud: Tell = (line, itemName) => {
  const at = new Date(line.at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' });
  const level = LEVELS[line.level ?? ''] ?? '—';
  const due = line.due ? `，法定到期 ${cityDay(line.due)}` : '';
  console.log(`${at} [${level}] ${itemName}：${line.what}${due}`);
};

if (!values.json) console.log(story.title);
try {
  const result = values.json
    ? await play(values.url, story, silent)
    : await play(values.url, story, aloud, (line) => console.log(line));
  const wrong = story.expect(result);
  if (values.json) console.log(JSON.stringify(result));
  else summarise(result);
  for (const sentence of wrong) process.stderr.write(`不符：${sentence}\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`演示没有走完：${(error as Error).message}\n`);
  process.exitCode = 1;
}

function summarise(result: Result): void {
  console.log(`\n办件 ${result.case}：${result.state}`);
  for (const { name, number, state } of result.children)
    console.log(`  ${name} ${number}：${state}`);
  for (const { amountCents, state } of result.payments) {
    console.log(`缴费 ${(amountCents / 100).toFixed(2)} 元：${state}`);
  }
  for (const { name, identifier, number } of result.licences) {
    console.log(`证照 ${name} ${number ?? ''} ${identifier}`);
  }
}
