import { Module } from '@nestjs/common';
import { CaseCommandsModule } from '../../cases/index.js';
import { CaseQueries } from './case-queries.js';
import { CaseViews } from './case-view.js';
import { CasesController } from './cases.controller.js';
import { Corrections } from './corrections.js';

/** Cases as the API shows them, and what their applicants do with them. */
@Module({
  imports: [CaseCommandsModule],
  controllers: [CasesController],
  providers: [CaseQueries, CaseViews, Corrections],
  exports: [CaseViews],
})
export class CasePageModule {}
