import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import {
  ApiFoundResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { audit } from '../audit/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { badRequest, DomainError } from '../../platform/errors.js';
import { addressOf, ApiProblems } from '../../platform/http/index.js';
import type { SignOn } from '../../province/index.js';
import {
  readCookie,
  SESSION_COOKIE,
  sessionCookie,
  SIGN_IN_COOKIE,
  signInCookie,
} from './cookies.js';
import { deviceOf } from './device.js';
import { ApiSignedIn, CurrentSession, Public } from './decorators.js';
import { ActForDto, ChoosePostDto, SessionDto, SignInQuery } from './identity.dto.js';
import { sessionDto } from './page-session.js';
import type { Session } from './session.js';
import { Sessions } from './sessions.js';
import { SignInGuard } from './sign-in.guard.js';

export const SIGN_ON = Symbol('SignOn');

/** Only addresses of our own, so that nobody is led elsewhere after signing in. */
function localAddress(returnTo: string | undefined): string {
  return returnTo && /^\/(?![/\\])[^\\\s]*$/.test(returnTo) ? returnTo : '/';
}

/** On to another address, without the page that Express would write beside it. */
function sendTo(response: Response, address: string): void {
  response.status(302).location(address).end();
}

@ApiTags('session')
@Controller('session')
export class IdentityController {
  constructor(
    private readonly sessions: Sessions,
    private readonly dataSource: DataSource,
    @Inject(SIGN_ON) private readonly signOn: SignOn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ApiSignedIn()
  @ApiOperation({ summary: '我是谁、有哪些岗位', operationId: 'readSession' })
  @ApiOkResponse({ type: SessionDto })
  read(@CurrentSession() session: Session): SessionDto {
    return sessionDto(session);
  }

  @Get('login')
  @Public()
  @UseGuards(SignInGuard)
  @ApiOperation({ summary: '去省统一身份认证登录', operationId: 'login' })
  @ApiFoundResponse({ description: '转到省统一身份认证' })
  @ApiProblems(429, 503)
  async login(@Query() query: SignInQuery, @Res() response: Response): Promise<void> {
    const { url, pending } = await this.signOn.begin();
    const secret = await this.sessions.beginSignIn(pending, localAddress(query.returnTo));
    response.cookie(SIGN_IN_COOKIE, secret, signInCookie(this.config.publicUrl));
    sendTo(response, url);
  }

  @Get('callback')
  @Public()
  @ApiOperation({ summary: '从省统一身份认证回来', operationId: 'loginCallback' })
  @ApiFoundResponse({ description: '回到登录前的页面' })
  @ApiProblems(400, 503)
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const secret = readCookie(request, SIGN_IN_COOKIE);
    const pending = secret ? await this.sessions.takeSignIn(secret) : null;
    if (!pending) {
      throw badRequest('sign-in-expired', '这次登录已经过期或不是从本浏览器发起的，请重新登录。');
    }
    const claims = await this.signOn
      .finish(new URL(request.originalUrl, this.config.publicUrl), pending)
      .catch(async (error: unknown) => {
        await this.auditFailure(error);
        throw error;
      });
    const session = await this.sessions.open(claims, readCookie(request, SESSION_COOKIE), {
      device: deviceOf(request.get('user-agent')),
      address: addressOf(request) ?? null,
    });
    response
      .clearCookie(SIGN_IN_COOKIE, { path: '/api/session' })
      .cookie(SESSION_COOKIE, session, sessionCookie(this.config.publicUrl));
    sendTo(response, pending.returnTo);
  }

  @Post('post')
  @HttpCode(200)
  @ApiSignedIn()
  @ApiOperation({ summary: '选择岗位', operationId: 'choosePost' })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblems(400, 403)
  async choosePost(
    @CurrentSession() session: Session,
    @Body() body: ChoosePostDto,
  ): Promise<SessionDto> {
    return sessionDto(await this.sessions.choosePost(session, body.post ?? null));
  }

  @Post('acting-for')
  @HttpCode(200)
  @ApiSignedIn()
  @ApiOperation({ summary: '选择为谁办事：自己，或者委托人', operationId: 'actFor' })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblems(400, 403)
  async actFor(@CurrentSession() session: Session, @Body() body: ActForDto): Promise<SessionDto> {
    return sessionDto(await this.sessions.actFor(session, body.authorisation ?? null));
  }

  @Delete()
  @HttpCode(204)
  @ApiSignedIn()
  @ApiOperation({ summary: '退出登录', operationId: 'logout' })
  @ApiNoContentResponse()
  async logout(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.close(readCookie(request, SESSION_COOKIE) ?? '');
    response.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  private async auditFailure(error: unknown): Promise<void> {
    await audit(this.dataSource.manager, {
      person: null,
      act: 'session.sign-in',
      target: 'session',
      outcome: 'failed',
      detail: { code: error instanceof DomainError ? error.code : 'internal-error' },
    });
  }
}
