import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { ArchivesController } from './archives.controller.js';
import { Archivist } from './archivist.js';

/** Finished cases on their way to the e-archive. */
@Module({
  imports: [FilesModule],
  controllers: [ArchivesController],
  providers: [Archivist],
})
export class ArchivesModule {}
