import { Module } from '@nestjs/common';
import { ClockRulesModule } from './clock-rules/index.js';
import { ItemsModule } from './items/index.js';

/** What the city can be asked for. */
@Module({
  imports: [ClockRulesModule, ItemsModule],
})
export class CatalogueModule {}
