/**
 * What a page's scripts and styles may weigh, compressed as they are sent: `npm run build && npm run size`.
 * A page is what the entry needs and what the page's own parts need, as the build says.
 */
import { existsSync, readFileSync } from 'node:fs';

const MANIFEST = 'web/dist/.vite/manifest.json';
if (!existsSync(MANIFEST)) throw new Error('网页还没有构建：请先运行 npm run build。');
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));

/** Files of these parts with all that they load at once. */
function filesOf(...parts) {
  const seen = new Set();
  const add = (part) => {
    if (seen.has(part)) return;
    const chunk = manifest[part];
    if (!chunk) throw new Error(`构建里没有 ${part}，请更正 .size-limit.mjs。`);
    seen.add(part);
    chunk.imports?.forEach(add);
  };
  parts.forEach(add);
  return [...seen].flatMap((part) => [manifest[part].file, ...(manifest[part].css ?? [])]);
}

const scripts = (...parts) =>
  filesOf('index.html', ...parts)
    .filter((file) => file.endsWith('.js'))
    .map((file) => `web/dist/${file}`);

const STAFF = 'src/shared/shell/StaffShell.tsx';

/** By gzip, which is sent to who does not take brotli; brotli is a sixth less. */
export default [
  ['未登录首页', '200 kB'],
  ['申请表', '300 kB', 'src/portal/FormPage.tsx'],
  ['办理台', '427 kB', STAFF, 'src/workbench/Workbench.tsx'],
  ['监督总览', '437 kB', STAFF, 'src/supervision/Board.tsx'],
  ['流程设计', '870 kB', STAFF, 'src/designer/Designer.tsx'],
].map(([name, limit, ...parts]) => ({ name, limit, path: scripts(...parts), gzip: true }));
