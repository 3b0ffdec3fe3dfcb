import { Module } from '@nestjs/common';
import { ArchivesModule } from './archives/index.js';
import { FilesModule } from './files/index.js';
import { LicenceChangesModule } from './licence-changes/index.js';
import { OfficialDocumentsModule } from './official-documents/index.js';
import { RegulationModule } from './regulation/index.js';

/** What stays on paper. */
@Module({
  imports: [
    ArchivesModule,
    FilesModule,
    LicenceChangesModule,
    OfficialDocumentsModule,
    RegulationModule,
  ],
})
export class PapersModule {}
