/** How long connections to a server are held, while it serves and when it ends. */
import type { Server } from 'node:http';

/**
 * Between two requests, ms: longer than who asks, a proxy or a browser, takes a connection for usable, or a
 * request meets the end of it.
 */
const HELD_OPEN = 130_000;
/** What is not answered so long after a server was told to end is not waited for, ms. */
const LAST_ANSWERS = 10_000;

/**
 * Holds the server's connections open between requests, but not beyond its end: Node closes those that are
 * idle when the end begins, this those that become idle after it, and in the end those that never spoke.
 */
export function holdConnections(server: Server, lastAnswers = LAST_ANSWERS): void {
  server.keepAliveTimeout = HELD_OPEN;
  server.prependListener('request', (_request, response) => {
    response.once('close', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
  });
  const close = server.close.bind(server);
  server.close = (done) => {
    const last = setTimeout(() => server.closeAllConnections(), lastAnswers);
    server.once('close', () => clearTimeout(last));
    return close(done);
  };
}
