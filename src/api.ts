/** Puts the API together, so that the process, the tests and the OpenAPI tool run the same one. */
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Logger } from 'pino';
import { ApiModule } from './api.module.js';
import { Health } from './operations/index.js';
import { sessionForPage, Sessions } from './people/index.js';
import type { Config } from './platform/config.js';
import {
  addressRateLimit,
  answerUnreadable,
  holdConnections,
  jsonBody,
  LARGE_BODIES,
  ProblemDto,
  requestTrace,
  securityHeaders,
  serveWeb,
  validationPipe,
  withCommonProblems,
} from './platform/http/index.js';
import { NestLogger } from './platform/observability/logger.js';

/** MB of JSON: a form is far below; what is larger is read once it is known who sends it. */
const BODY_LIMIT = 1;

export interface ApiOptions {
  config: Config;
  logger: Logger;
  /** False = open no connections; only for describing the API. */
  connect?: boolean;
}

/** The application, not listening yet. */
export async function createApi({
  config,
  logger,
  connect = true,
}: ApiOptions): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(config, connect), {
    bodyParser: false,
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  // Before any middleware: the router is made with the first. `/API/…` is no address of ours.
  app.set('case sensitive routing', true);
  app.setGlobalPrefix('api');
  // Nobody else is believed whom a request comes from (X-Forwarded-For).
  if (config.trustedProxies) app.set('trust proxy', config.trustedProxies);
  app.disable('x-powered-by');
  app.use(requestTrace(logger));
  app.use(securityHeaders(config.publicUrl));
  app.use(addressRateLimit(config.addressRateLimit));
  app.use(jsonBody(BODY_LIMIT, LARGE_BODIES));
  app.useGlobalPipes(validationPipe());
  app.enableShutdownHooks();
  const server = app.getHttpServer() as Server;
  holdConnections(server);
  answerUnreadable(server);
  serveOpenApi(app);
  const sessionOf = sessionForPage(app.get(Sessions));
  const demoDay = String(app.get(Health).demoDay() ?? '');
  serveWeb(app, config.webDir, async (request) => ({
    session: await sessionOf(request),
    demoDay,
  }));
  return app;
}

/** The API's description (OpenAPI 3). */
export function describeApi(app: NestExpressApplication): OpenAPIObject {
  const document = new DocumentBuilder()
    .setTitle('一网通办')
    .setDescription('政务服务平台接口。错误一律为 application/problem+json（RFC 9457）。')
    .setVersion('1')
    .addCookieAuth('onestop_session')
    .build();
  return withCommonProblems(
    SwaggerModule.createDocument(app, document, { extraModels: [ProblemDto] }),
  );
}

function serveOpenApi(app: NestExpressApplication): void {
  let cached: OpenAPIObject | undefined;
  app.use('/api/openapi.json', (_request: unknown, response: { json(body: unknown): void }) => {
    cached ??= describeApi(app);
    response.json(cached);
  });
}
