import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../../cases/index.js';
import { FilesModule } from '../files/index.js';
import { DocumentAccess } from './document-access.js';
import { OfficialDocumentsController } from './documents.controller.js';
import { DocumentSealer } from './sealer.js';
import { SealCertificates } from './seal-certificates.js';
import { TemplatesController } from './templates.controller.js';
import { VerificationController } from './verification.controller.js';
import { VoidedLicences } from './voided-licences.js';

/** Documents of official acts. */
@Module({
  imports: [CaseCommandsModule, FilesModule],
  controllers: [OfficialDocumentsController, TemplatesController, VerificationController],
  providers: [DocumentAccess, DocumentSealer, SealCertificates, VoidedLicences],
})
export class OfficialDocumentsModule {}
