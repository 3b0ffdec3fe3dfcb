import { Module } from '@nestjs/common';
import { LicenceChangesController } from './licence-changes.controller.js';

/** 延续、变更、补证、注销 of licences. */
@Module({ controllers: [LicenceChangesController] })
export class LicenceChangesModule {}
