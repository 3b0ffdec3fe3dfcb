/** The API: every module of the domain, behind the same guards and filter. */
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArchivesModule } from './papers/index.js';
import { AuditModule } from './people/index.js';
import { BenefitsModule } from './money/index.js';
import { BringingOverModule } from './install/index.js';
import { CalendarModule } from './calendar/index.js';
import { CASE_SETTINGS, type CaseSettings } from './cases/index.js';
import { CasesModule } from './handling/index.js';
import { CatalogueModule } from './catalogue/index.js';
import { ClockRulesModule } from './catalogue/index.js';
import { CollectionModule } from './handling/index.js';
import { CorrelationModule } from './cases/index.js';
import { CreditModule } from './people/index.js';
import { databaseOptions } from './platform/database/index.js';
import { DecisionsModule } from './definitions/index.js';
import { DeliveryModule } from './handling/index.js';
import { DocumentsModule } from './papers/index.js';
import { DraftsModule } from './handling/index.js';
import { HealthModule } from './operations/index.js';
import { IdentityModule, SessionGuard } from './people/index.js';
import { InspectionsModule } from './handling/index.js';
import { InterventionsModule } from './handling/index.js';
import { LicenceChangesModule } from './papers/index.js';
import { LawModule } from './handling/index.js';
import { NoticesModule } from './handling/index.js';
import { OfficialDocumentsModule } from './papers/index.js';
import { OrganisationsModule } from './people/index.js';
import { CONFIG, type Config } from './platform/config.js';
import { CsrfGuard, ProblemFilter, RateLimitGuard } from './platform/http/index.js';
import { PROVINCE } from './platform/nest-tokens.js';
import { openTemporal, TEMPORAL } from './platform/temporal/index.js';
import { ProcessesModule } from './definitions/index.js';
import { createProvince } from './province/index.js';
import { SupervisionModule } from './supervision/index.js';
import { TasksModule } from './handling/index.js';
import { WaysModule } from './handling/index.js';
import { WindowModule } from './handling/index.js';

/** What every module may ask for: settings, Temporal, the province. */
@Global()
@Module({})
class PlatformModule {
  static with(config: Config): DynamicModule {
    const { dayLength, adapterGiveUp } = config;
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: TEMPORAL, useFactory: () => openTemporal(config) },
      { provide: PROVINCE, useFactory: () => createProvince(config) },
      {
        provide: CASE_SETTINGS,
        useValue: { dayLength, adapterGiveUp } satisfies CaseSettings,
      },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}

@Module({})
export class ApiModule {
  /** @param connect false = describe the API only, open nothing (OpenAPI) */
  static with(config: Config, connect = true): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        TypeOrmModule.forRoot({
          ...databaseOptions(config.databaseUrl),
          manualInitialization: !connect,
          retryAttempts: 20,
          retryDelay: 1000,
        }),
        PlatformModule.with(config),
        ArchivesModule,
        AuditModule,
        BenefitsModule,
        BringingOverModule,
        CalendarModule,
        CasesModule,
        CatalogueModule,
        ClockRulesModule,
        CollectionModule,
        CorrelationModule,
        CreditModule,
        DecisionsModule,
        DeliveryModule,
        DocumentsModule,
        DraftsModule,
        HealthModule,
        IdentityModule,
        InspectionsModule,
        InterventionsModule,
        LicenceChangesModule,
        LawModule,
        NoticesModule,
        OfficialDocumentsModule,
        OrganisationsModule,
        ProcessesModule,
        SupervisionModule,
        TasksModule,
        WaysModule,
        WindowModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useFactory: () => new RateLimitGuard(config.rateLimit) },
        { provide: APP_GUARD, useClass: CsrfGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
      ],
    };
  }
}
