import { Module } from '@nestjs/common';
import { NewsController } from './news.controller.js';
import { Streams } from './streams.js';

/** Open pages hear that something happened. */
@Module({ controllers: [NewsController], providers: [Streams] })
export class NewsModule {}
