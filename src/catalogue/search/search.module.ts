import { Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';

/** What people call things, and what they look for in vain. */
@Module({ controllers: [SearchController] })
export class SearchModule {}
