import { Module } from '@nestjs/common';
import { AuditModule } from './audit-search/index.js';
import { CreditModule } from './credit/index.js';
import { IdentityModule } from './identity/index.js';
import { OrganisationsModule } from './organisations/index.js';

/** Who there is and who is acting. */
@Module({
  imports: [AuditModule, CreditModule, IdentityModule, OrganisationsModule],
})
export class PeopleModule {}
