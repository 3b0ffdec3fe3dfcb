import { Module } from '@nestjs/common';
import { Reminders } from './reminders.js';

/** Tells of limits that come near. */
@Module({ providers: [Reminders] })
export class RemindersModule {}
