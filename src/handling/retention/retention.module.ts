import { Module } from '@nestjs/common';
import { FilesModule } from '../../papers/index.js';
import { RetentionController } from './retention.controller.js';
import { Retention } from './retention.js';

/** Removes what its time is over for, and tells of it. */
@Module({ imports: [FilesModule], controllers: [RetentionController], providers: [Retention] })
export class RetentionModule {}
