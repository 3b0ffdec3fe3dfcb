import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ComputePool } from '../platform/compute/index.js';
import { DEFINITION_BOUNDS } from './computing/bounds.js';
import { computeProgram, DEFINITION_COMPUTING, type DefinitionTasks } from './computing/index.js';
import { DecisionsModule } from './decisions/index.js';
import { ProcessesModule } from './processes/index.js';

/** What an admin draws and publishes. */
@Global()
@Module({
  imports: [DecisionsModule, ProcessesModule],
  providers: [
    {
      provide: DEFINITION_COMPUTING,
      useFactory: () => new ComputePool<DefinitionTasks>(computeProgram, DEFINITION_BOUNDS),
    },
  ],
  exports: [DEFINITION_COMPUTING],
})
export class DefinitionsModule implements OnApplicationShutdown {
  constructor(
    @Inject(DEFINITION_COMPUTING) private readonly computing: ComputePool<DefinitionTasks>,
  ) {}

  onApplicationShutdown(): Promise<void> {
    return this.computing.close();
  }
}
