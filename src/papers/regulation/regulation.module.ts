import { Module } from '@nestjs/common';
import { RegulationPushing } from './pushing.js';

@Module({ providers: [RegulationPushing] })
export class RegulationModule {}
