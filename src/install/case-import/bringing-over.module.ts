import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../papers/index.js';
import { BringingOverController } from './bringing-over.controller.js';
import { BringingOverRunner } from './runner.js';

@Module({
  imports: [DocumentsModule],
  controllers: [BringingOverController],
  providers: [BringingOverRunner],
})
export class BringingOverModule {}
