import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { OidcSignOn } from '../../province/index.js';
import { IdentityController, SIGN_ON } from './identity.controller.js';
import { SessionListController } from './session-list.controller.js';
import { Sessions } from './sessions.js';

/** Who is acting: sign-on through the province, sessions, posts. */
@Global()
@Module({
  controllers: [IdentityController, SessionListController],
  providers: [
    Sessions,
    {
      provide: SIGN_ON,
      inject: [CONFIG],
      useFactory: (config: Config) => new OidcSignOn(config),
    },
  ],
  exports: [Sessions],
})
export class IdentityModule {}
