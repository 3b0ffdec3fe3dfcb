import { Module } from '@nestjs/common';
import { Health } from './health.js';
import { HealthController } from './health.controller.js';

/** Whether every part is up. */
@Module({ controllers: [HealthController], providers: [Health] })
export class HealthModule {}
