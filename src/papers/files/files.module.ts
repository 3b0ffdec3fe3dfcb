import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { computeProgram } from '../../definitions/index.js';
import { ComputePool } from '../../platform/compute/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { FileAccess } from './file-access.js';
import { FILE_BOUNDS } from './inspection/bounds.js';
import { FILE_COMPUTING, type FileTasks } from './inspection/index.js';
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
      provide: FILE_COMPUTING,
      useFactory: () => new ComputePool<FileTasks>(computeProgram, FILE_BOUNDS),
    },
    {
      provide: STORAGE,
      inject: [CONFIG],
      useFactory: (config: Config) => new FileSystemStorage(config.storageDir),
    },
  ],
  exports: [FILE_COMPUTING, FileAccess, Files, STORAGE],
})
export class FilesModule implements OnApplicationShutdown {
  constructor(@Inject(FILE_COMPUTING) private readonly computing: ComputePool<FileTasks>) {}

  onApplicationShutdown(): Promise<void> {
    return this.computing.close();
  }
}
