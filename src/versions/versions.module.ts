import { type DynamicModule, type FactoryProvider, Module } from '@nestjs/common';
import type { DraftedKind } from './kind.js';
import { VERSIONED_KINDS, VersionsController } from './versions.controller.js';

/** Reviews of drafts, of every kind that the platform has. */
@Module({})
export class VersionsModule {
  /** @param kinds as Nest makes them of what they need */
  static of(
    kinds: Pick<FactoryProvider<readonly DraftedKind<object>[]>, 'inject' | 'useFactory'>,
  ): DynamicModule {
    return {
      module: VersionsModule,
      controllers: [VersionsController],
      providers: [{ provide: VERSIONED_KINDS, ...kinds }],
    };
  }
}
