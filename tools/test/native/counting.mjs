/**
 * Notes in the code of what is built which branches of it were taken, as Istanbul counts them: Jest
 * reads it from `__coverage__` and tells it in its report.
 */
import { createInstrumenter } from 'istanbul-lib-instrument';

/** @param {(file: string) => boolean} counts of which sources; after they were compiled */
export function counting(counts) {
  const instrumenter = createInstrumenter({ esModules: true, compact: true });
  return {
    name: 'counting',
    transform(code, file) {
      if (!counts(file)) return null;
      const sources = this.getCombinedSourcemap();
      return { code: instrumenter.instrumentSync(code, file, sources), map: sources };
    },
  };
}
