/**
 * Databases in which a Temporal of one's own stores, its own and that of its search (visibility), if they
 * are apart; `TEMPORAL_DATABASE_URLS`, with commas between, unset = it is not among our backups.
 */
export const engineUrls = (env: NodeJS.ProcessEnv = process.env): string[] =>
  (env.TEMPORAL_DATABASE_URLS ?? '')
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url !== '');
