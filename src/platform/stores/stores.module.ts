import { Global, Module } from '@nestjs/common';
import { MAY_RUN, type MayRun } from '../recurring/index.js';
import { StoresGuard } from './stores.guard.js';
import { StoresWatch } from './watch.js';

/** Whether PostgreSQL and Temporal belong together; nothing goes on where they do not. */
@Global()
@Module({
  providers: [
    StoresWatch,
    StoresGuard,
    {
      provide: MAY_RUN,
      inject: [StoresWatch],
      useFactory:
        (watch: StoresWatch): MayRun =>
        (task) =>
          task.evenApart === true || watch.standing === 'together',
    },
  ],
  exports: [StoresWatch, StoresGuard, MAY_RUN],
})
export class StoresModule {}
