import { Module } from '@nestjs/common';
import { ClockRulesController } from './clock-rules.controller.js';

@Module({ controllers: [ClockRulesController] })
export class ClockRulesModule {}
