/** A platform whose processes die or loop where a file says so, for all tests that want one: a start is most of what they cost. */
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../src/platform/database/index.js';
import { openSessions, type Sessions } from '../../tools/bench/client.js';
import { PatientSession } from '../../tools/demo/patience.js';
import { platformConfig } from '../../tools/start/running.js';
import { newDataFolder, removeFolder, startPlatform, type Platform } from './platform.js';

export class FaultyPlatform {
  readonly dataDir = newDataFolder();
  /** Names the fault point at which whoever passes it next dies, or the case that keeps its worker busy. */
  readonly faultFile = join(this.dataDir, 'fault');
  platform!: Platform;
  database!: DataSource;
  sessions!: Sessions;

  async start(): Promise<void> {
    const env = { FAULT_FILE: this.faultFile };
    this.platform = await startPlatform({ dataDir: this.dataDir, env });
    const { databaseUrl, payloadKeys } = platformConfig(this.dataDir);
    this.database = await openDatabase(databaseUrl, payloadKeys);
    this.sessions = await openSessions(this.platform.url);
  }

  async stop(): Promise<void> {
    await this.database?.destroy();
    await this.platform?.stop();
    removeFolder(this.dataDir);
  }

  /** Somebody who asks again while the platform is away. */
  patient(who: keyof Sessions): PatientSession {
    return new PatientSession(this.sessions[who]);
  }
}
