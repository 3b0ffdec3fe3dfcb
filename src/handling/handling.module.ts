import { Module } from '@nestjs/common';
import { AuthorisationsModule } from './authorisations/index.js';
import { CasePageModule } from './case-page/index.js';
import { CollectionModule } from './collection/index.js';
import { DeliveryModule } from './delivery/index.js';
import { DraftsModule } from './drafts/index.js';
import { EntriesModule } from './entries/index.js';
import { HandlingOptionsModule } from './handling-options/index.js';
import { InspectionsModule } from './inspections/index.js';
import { InterventionsModule } from './interventions/index.js';
import { LawModule } from './law/index.js';
import { NewsModule } from './news/index.js';
import { ProvinceCallbacksModule } from './province-callbacks/index.js';
import { RemindersModule } from './reminders/index.js';
import { RetentionModule } from './retention/index.js';
import { TasksModule } from './tasks/index.js';
import { WindowModule } from './window/index.js';

/** What people do to cases. */
@Module({
  imports: [
    AuthorisationsModule,
    CasePageModule,
    CollectionModule,
    DeliveryModule,
    DraftsModule,
    EntriesModule,
    HandlingOptionsModule,
    InspectionsModule,
    InterventionsModule,
    LawModule,
    NewsModule,
    ProvinceCallbacksModule,
    RemindersModule,
    RetentionModule,
    TasksModule,
    WindowModule,
  ],
})
export class HandlingModule {}
