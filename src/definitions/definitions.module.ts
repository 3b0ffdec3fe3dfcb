import { Module } from '@nestjs/common';
import { DecisionsModule } from './decisions/index.js';
import { ProcessesModule } from './processes/index.js';

/** What an admin draws and publishes. */
@Module({
  imports: [DecisionsModule, ProcessesModule],
})
export class DefinitionsModule {}
