import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { createApi, describeApi } from '../../src/api.js';
import { readConfig } from '../../src/platform/config.js';

/** Settings that lead nowhere: nothing is opened to describe the API. */
const NOWHERE = {
  DATABASE_URL: 'postgres://localhost:1/none',
  TEMPORAL_ADDRESS: 'localhost:1',
  PROVINCE_URL: 'http://localhost:1',
  PROVINCE_SECRET: 'none',
  STORAGE_DIR: 'none',
  PAYLOAD_KEYS: `none:${randomBytes(32).toString('base64')}`,
};

/** The OpenAPI document as it stands in web/openapi.json. */
export async function describedApi(): Promise<string> {
  const app = await createApi({
    config: readConfig(NOWHERE),
    logger: pino({ level: 'silent' }),
    connect: false,
  });
  const document = describeApi(app);
  return `${JSON.stringify(document, null, 2)}\n`;
}
