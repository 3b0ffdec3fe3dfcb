import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { createProvince } from '../province/index.js';
import { BANK, ReturnFiles } from './bank.js';
import { BenefitsController } from './benefits.controller.js';

@Module({
  controllers: [BenefitsController],
  providers: [
    {
      provide: BANK,
      inject: [CONFIG],
      useFactory: (config: Config) => createProvince(config).bank,
    },
    ReturnFiles,
  ],
})
export class BenefitsModule {}
