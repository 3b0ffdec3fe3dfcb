/** Ctrl-C and a termination, told to work that ends itself in good order. */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Aborted by the first signal that would have ended this process. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of SIGNALS)
    process.on(name, () => controller.abort(new Error(`收到 ${name}，已中止。`)));
  return controller.signal;
}

/** Of work that nobody interrupts. */
export const UNINTERRUPTED = new AbortController().signal;
