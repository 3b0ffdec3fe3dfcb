import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { Faults } from './faults/faults.js';
import { faultInjection, faultRoutes } from './faults/routes.js';
import { problemHandler, unknownAddress } from './problems.js';
import type { ProvinceSettings } from './settings.js';
import { keepDigest, requireSignature } from './signature.js';
import { People } from './sign-on/people.js';
import { createProvider } from './sign-on/provider.js';
import { signOnRoutes } from './sign-on/routes.js';
import { createSystems } from './systems.js';

/** Of an archive's package. */
const LARGEST = '300mb';

/** A running stand-in. */
export interface Province {
  url: string;
  faults: Faults;
  close(): Promise<void>;
}

function listen(server: Server, settings: ProvinceSettings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

/** Starts the province's platform on HTTP. The port is known first, because sign-on's issuer needs it. */
export async function startProvince(settings: ProvinceSettings): Promise<Province> {
  const server = createServer();
  const port = await listen(server, settings);
  const url = settings.url ?? `http://localhost:${port}`;
  const faults = new Faults();
  const people = new People(settings.demonstrationDir);
  const app: Express = express();
  app.disable('x-powered-by');
  app.get('/health', (_request, response) => {
    response.json({ status: 'up' });
  });
  app.use('/faults', faultRoutes(faults));
  app.use(faultInjection(faults));
  const provider = createProvider(url, settings, people);
  app.use('/oidc', provider.callback());
  app.use('/sign-on', signOnRoutes(provider, people));
  const systems = createSystems(url, settings, people, faults);
  app.use('/pay', systems.pay);
  app.use('/telephones', systems.telephones);
  app.use('/calls', systems.callLog);
  app.use(
    express.json({ limit: '5mb', verify: keepDigest }),
    express.raw({ type: 'application/zip', limit: LARGEST, verify: keepDigest }),
    requireSignature(settings.secret),
    systems.signed,
  );
  app.use(unknownAddress);
  app.use(problemHandler);
  server.on('request', app);
  return {
    url,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          systems.stop();
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
