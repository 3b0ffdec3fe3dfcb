import { Module } from '@nestjs/common';
import { FilesModule } from '../../papers/index.js';
import { BringingOverController } from './case-import.controller.js';
import { BringingOverRunner } from './runner.js';

@Module({
  imports: [FilesModule],
  controllers: [BringingOverController],
  providers: [BringingOverRunner],
})
export class CaseImportModule {}
