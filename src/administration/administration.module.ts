import { Module } from '@nestjs/common';
import { EVERY_ACT } from './acts.js';
import { AuthoritiesRegister } from './authorities/index.js';
import { ACTS, ChangesController, PlannedChanges } from './changes/index.js';
import { PostsRegister, StaffRegister } from './posts/index.js';
import { OrganisationsRegister, RegionsRegister } from './organisations/index.js';

/** What administrators keep of the city itself. */
@Module({
  controllers: [
    OrganisationsRegister,
    RegionsRegister,
    StaffRegister,
    PostsRegister,
    AuthoritiesRegister,
    ChangesController,
  ],
  providers: [PlannedChanges, { provide: ACTS, useValue: EVERY_ACT }],
})
export class AdministrationModule {}
