import { type DynamicModule, Module } from '@nestjs/common';
import type { DraftedKind } from './kind.js';
import { VERSIONED_KINDS, VersionsController } from './versions.controller.js';

/** Reviews of drafts, of every kind that the platform has. */
@Module({})
export class VersionsModule {
  static of(kinds: readonly DraftedKind<object>[]): DynamicModule {
    return {
      module: VersionsModule,
      controllers: [VersionsController],
      providers: [{ provide: VERSIONED_KINDS, useValue: kinds }],
    };
  }
}
