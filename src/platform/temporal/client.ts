import { Client, Connection } from '@temporalio/client';
import type { Config } from '../config.js';
import { dataConverter } from './data-converter.js';
import { tracedSending } from './tracing.js';

type TemporalSettings = Pick<Config, 'temporalAddress' | 'temporalNamespace' | 'payloadKeys'>;

/** Opens a client lazily: the API starts, and says 503, also while Temporal is away. */
export function openTemporal(settings: TemporalSettings): Client {
  return new Client({
    connection: Connection.lazy({ address: settings.temporalAddress }),
    namespace: settings.temporalNamespace,
    dataConverter: dataConverter(settings.payloadKeys),
    interceptors: { workflow: [tracedSending] },
  });
}

/** Injection token of the Temporal client. */
export const TEMPORAL = Symbol('TEMPORAL');

/** Longer than this Temporal never takes where it is well; ms. */
const PATIENCE = 3_000;

/** Whether Temporal answers, and soon. */
export const temporalAnswers = ({ connection, workflowService }: Client): Promise<boolean> =>
  connection
    .withDeadline(Date.now() + PATIENCE, () => workflowService.getSystemInfo({}))
    .then(
      () => true,
      () => false,
    );
