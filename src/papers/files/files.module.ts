import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { FileAccess } from './file-access.js';
import { Files } from './files.js';
import { FilesController } from './files.controller.js';
import { FileSystemStorage, STORAGE } from './storage.js';

/** Files and the materials of cases. */
@Module({
  controllers: [FilesController],
  providers: [
    FileAccess,
    Files,
    {
      provide: STORAGE,
      inject: [CONFIG],
      useFactory: (config: Config) => new FileSystemStorage(config.storageDir),
    },
  ],
  exports: [FileAccess, Files, STORAGE],
})
export class FilesModule {}
