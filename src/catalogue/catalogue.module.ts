import { Module } from '@nestjs/common';
import { ClockRulesModule } from './clock-rules/index.js';
import { FormsModule } from './forms/index.js';
import { SearchModule } from './search/index.js';
import { ItemsModule } from './items/index.js';

/** What the city can be asked for. */
@Module({
  imports: [ClockRulesModule, FormsModule, SearchModule, ItemsModule],
})
export class CatalogueModule {}
