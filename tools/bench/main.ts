/** `npm run bench [-- <what>]`: measures one thing and prints one JSON line; see docs/bench.md. */

/** Without a name, the whole platform. A new measurement is one line. */
const measurements: Record<string, () => Promise<unknown>> = {
  against: () => import('./against.js'),
  engine: () => import('./engine/main.js'),
  feel: () => import('./feel.js'),
  correlation: () => import('./correlation/main.js'),
  supervision: () => import('./supervision/main.js'),
};

const measurement = measurements[process.argv[2] ?? ''] ?? (() => import('./cases.js'));
await measurement();
