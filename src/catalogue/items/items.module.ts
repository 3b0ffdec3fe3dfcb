import { Module } from '@nestjs/common';
import { Items } from './items.js';
import { ItemsController } from './items.controller.js';

/** Items, their guides and forms. */
@Module({ controllers: [ItemsController], providers: [Items], exports: [Items] })
export class ItemsModule {}
