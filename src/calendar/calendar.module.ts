import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { CaseTeller } from './case-teller.js';

@Module({ controllers: [CalendarController], providers: [CaseTeller] })
export class CalendarModule {}
