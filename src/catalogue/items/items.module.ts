import { Module } from '@nestjs/common';
import { Items } from './items.js';
import { ItemsController } from './items.controller.js';
import { LawsController } from './laws/index.js';
import { KeepingController } from './keeping/index.js';

/** Items, their guides and forms. */
@Module({
  controllers: [ItemsController, KeepingController, LawsController],
  providers: [Items],
  exports: [Items],
})
export class ItemsModule {}
