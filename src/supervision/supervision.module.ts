import { Module } from '@nestjs/common';
import { FileAccess, FilesModule } from '../papers/index.js';
import { mayReadEvidence } from './evidence.js';
import { Cards } from './cards/cards.js';
import { CardsController } from './cards/cards.controller.js';
import { CardRulesController } from './cards/rules.controller.js';
import { FiguresController } from './figures/figures.controller.js';
import { SupervisionFigures } from './figures/figures.js';
import { Orders } from './orders/orders.js';
import { OrdersController } from './orders/orders.controller.js';
import { RatingsController } from './ratings/ratings.controller.js';
import { SupervisionRounds } from './rounds.js';
import { SettingsController } from './settings/settings.controller.js';
import { SavedQueries } from './saved-queries/saved-queries.js';
import { SavedQueriesController } from './saved-queries/saved-queries.controller.js';

/** What runs out of time, who is told, and how well departments did. */
@Module({
  imports: [FilesModule],
  controllers: [
    FiguresController,
    CardRulesController,
    CardsController,
    OrdersController,
    RatingsController,
    SavedQueriesController,
    SettingsController,
  ],
  providers: [SupervisionFigures, Cards, Orders, SavedQueries, SupervisionRounds],
})
export class SupervisionModule {
  constructor(files: FileAccess) {
    files.add(mayReadEvidence);
  }
}
