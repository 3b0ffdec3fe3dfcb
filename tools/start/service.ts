/** One process the supervisor keeps running. */
import type { ProcessIdentity } from '../embedded/process-identity.js';
import type { Running } from '../embedded/running.js';

export interface Service {
  /** Name of its pid file and its log. */
  name: string;
  /** For people. */
  title: string;
  /**
   * Starts it; settles when it is up. Called again after it died, and must then come up at the
   * same address. @throws Error when it does not come up
   */
  start(start: StartOf): Promise<Started>;
}

export interface StartOf {
  /** The environment, with what the services started before it provide. */
  env: NodeJS.ProcessEnv;
  /** File for its output. */
  log: string;
  /** To be called as soon as the process runs. */
  onLaunch(identity: ProcessIdentity): void;
  /** Tells the person who waits what is being done. */
  say(message: string): void;
}

export type Started = Running & {
  /** Environment variables for the services started after it. */
  provides?: NodeJS.ProcessEnv;
};
