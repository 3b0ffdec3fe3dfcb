import { Module } from '@nestjs/common';
import { BenefitsController } from './benefits.controller.js';
import { ReturnFiles } from './return-files.js';

/** Needs `PROVINCE`, which the application's root module provides globally. */
@Module({ controllers: [BenefitsController], providers: [ReturnFiles] })
export class BenefitsModule {}
