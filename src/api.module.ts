/** The API: every module of the domain, behind the same guards and filter. */
import { type DynamicModule, Global, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AdministrationModule } from './administration/index.js';
import { CalendarModule } from './calendar/index.js';
import {
  CASE_SETTINGS,
  type CaseSettings,
  CasesModule,
  Repeats,
  STEP_WRITERS,
} from './cases/index.js';
import { CatalogueModule } from './catalogue/index.js';
import { DefinitionsModule } from './definitions/index.js';
import { HandlingModule } from './handling/index.js';
import { CaseImportModule } from './install/index.js';
import { BenefitsModule } from './money/index.js';
import { NotificationsModule } from './notifications/index.js';
import { OperationsModule } from './operations/index.js';
import { PapersModule } from './papers/index.js';
import { PeopleModule, personOf, SessionGuard } from './people/index.js';
import { CONFIG, type Config } from './platform/config.js';
import { databaseOptions } from './platform/database/index.js';
import { rememberReads } from './platform/database/remembered.js';
import {
  CsrfGuard,
  PersonRateLimitGuard,
  ReadsLargeBodies,
  ProblemFilter,
} from './platform/http/index.js';
import { PROVINCE } from './platform/nest-tokens.js';
import { RecurringModule } from './platform/recurring/index.js';
import { StoresGuard, StoresModule } from './platform/stores/index.js';
import { openTemporal, TEMPORAL } from './platform/temporal/index.js';
import { createProvince } from './province/index.js';
import { STEP_WRITERS_OF_WINGS } from './step-writers.js';
import { SupervisionModule } from './supervision/index.js';
import { KINDS } from './versioned-kinds.js';
import { VersionsModule } from './versions/index.js';

/** What every module may ask for: settings, Temporal, the province. */
@Global()
@Module({})
class PlatformModule {
  static with(config: Config): DynamicModule {
    const { dayLength, adapterGiveUp, answeredWithin, nearAdapters, law } = config;
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: TEMPORAL, useFactory: () => openTemporal(config) },
      { provide: PROVINCE, useFactory: () => createProvince(config) },
      {
        provide: CASE_SETTINGS,
        useValue: {
          dayLength,
          adapterGiveUp,
          answeredWithin,
          nearAdapters,
          law,
        } satisfies CaseSettings,
      },
      { provide: STEP_WRITERS, useValue: STEP_WRITERS_OF_WINGS },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}

@Module({})
export class ApiModule implements OnApplicationBootstrap {
  constructor(private readonly dataSource: DataSource) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.dataSource.isInitialized) await rememberReads(this.dataSource);
  }

  /** @param connect false = describe the API only, open nothing (OpenAPI) */
  static with(config: Config, connect = true): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        TypeOrmModule.forRoot({
          ...databaseOptions(config.databaseUrl, config.payloadKeys, config.digestKey),
          manualInitialization: !connect,
          retryAttempts: 20,
          retryDelay: 1000,
        }),
        PlatformModule.with(config),
        RecurringModule,
        StoresModule,
        PeopleModule,
        VersionsModule.of(KINDS),
        NotificationsModule,
        CalendarModule,
        CatalogueModule,
        DefinitionsModule,
        BenefitsModule,
        CasesModule,
        PapersModule,
        HandlingModule,
        SupervisionModule,
        AdministrationModule,
        CaseImportModule,
        OperationsModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: CsrfGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useExisting: StoresGuard },
        {
          provide: APP_GUARD,
          useFactory: () => new PersonRateLimitGuard(config.rateLimit, personOf),
        },
        { provide: APP_INTERCEPTOR, useClass: ReadsLargeBodies },
        // After what reads bodies, before all that looks into them.
        { provide: APP_INTERCEPTOR, useClass: Repeats },
      ],
    };
  }
}
