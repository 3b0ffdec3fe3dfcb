/** A program under a hasty watchdog, whose event loop stands or does not (`STANDS`). */
import { startWatchdog } from '../../src/platform/watchdog.js';

startWatchdog(undefined, 50, 8);
setTimeout(() => {
  while (process.env.STANDS === 'true');
}, 1_000);
