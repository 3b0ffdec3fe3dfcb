/** How what is delivered reaches a case, and what goes with what comes from outside. */
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';

/** The rows, and the workflows they are delivered to. */
export interface Reach {
  readonly dataSource: DataSource;
  readonly temporal: Client;
}

/** How long a case is waited for; what is not answered then is sent again. ms */
export const PATIENCE = 10_000;
/** How long what was sent is left alone, s. */
export const LEASE = 15;

/** What cases say to each other their diagrams agreed upon; what comes from outside is not merged. */
export const confinedBy = (publisher: string): { confined?: true } =>
  publisher.startsWith('case:') ? {} : { confined: true };
