import { Module } from '@nestjs/common';
import { FileAccess, FilesModule } from '../../papers/index.js';
import { Authorisations } from './authorisations.js';
import { AuthorisationsController } from './authorisations.controller.js';
import { Giving } from './giving.js';
import { mayReadPaper } from './paper.js';

/** Authorisations as they are given, listed and revoked; whether one counts, `people` says. */
@Module({
  imports: [FilesModule],
  controllers: [AuthorisationsController],
  providers: [Authorisations, Giving],
})
export class AuthorisationsModule {
  constructor(files: FileAccess) {
    files.add(mayReadPaper);
  }
}
