import { Module } from '@nestjs/common';
import { RegionsController } from './regions.controller.js';

/** Regions and organisations for pages. */
@Module({ controllers: [RegionsController] })
export class OrganisationsModule {}
