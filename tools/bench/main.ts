/** `npm run bench [-- <what>]`: measures one thing and prints one JSON line; see docs/bench.md. */

/** Without a name, the whole platform. A new measurement is one line. */
const measurements: Record<string, () => Promise<unknown>> = {
  against: () => import('./against.js'),
  engine: () => import('./engine/main.js'),
  feel: () => import('./feel.js'),
  correlation: () => import('./correlation/main.js'),
  supervision: () => import('./supervision/main.js'),
};

const [, , name = '-'] = process.argv;
const measurement = name.startsWith('-') ? () => import('./cases.js') : measurements[name];
if (measurement) await measurement();
else {
  const names = Object.keys(measurements).join('、');
  process.stderr.write(
    `[unknown-measurement] 没有 ${name} 这项测量；可选：${names}，不写则测整个平台。\n`,
  );
  process.exitCode = 2;
}
