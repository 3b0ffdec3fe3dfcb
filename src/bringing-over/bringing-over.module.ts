import { Module } from '@nestjs/common';
import { BringingOverController } from './bringing-over.controller.js';
import { BringingOverRunner } from './runner.js';

@Module({ controllers: [BringingOverController], providers: [BringingOverRunner] })
export class BringingOverModule {}
