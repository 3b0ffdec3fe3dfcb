/** The operations of the verbs: address, documentation, checks and answer of each come from its object. */
import { Body, Controller, Delete, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import {
  ApiCommand,
  tell,
  type CaseAnswerDto,
  type CommandDto,
  type CommandResult,
} from '../../../cases/index.js';
import {
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  Needs,
  type Session,
} from '../../../people/index.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../../platform/http/index.js';
import { TaskQueries } from '../task-queries.js';
import { TaskVerbs } from '../task-verbs.js';
import { TaskSummaryDto } from '../task.dto.js';
import { VERBS, type Verb } from './index.js';

/** What an operation is handed, in this order; body, key and response only where the verb has them. */
type Handed = [
  session: Session,
  actor: Actor,
  id: string,
  body: object | undefined,
  key: string | undefined,
  response: Response,
];

@ApiTags('tasks')
@ApiSignedIn()
@Controller('tasks')
export class VerbsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: TaskQueries,
    private readonly verbs: TaskVerbs,
  ) {}

  /** A verb done in the tables answers with the task as it now is, one for the case as its command. */
  async answer(
    verb: Verb,
    ...[session, actor, id, asked = {}, key, response]: Handed
  ): Promise<TaskSummaryDto | CaseAnswerDto | CommandDto> {
    const found = verb.seen
      ? await this.queries.require(session, id, `task.${verb.names[0]}`)
      : undefined;
    if (found) await verb.before?.(this.dataSource.manager, found, asked, actor);
    const result = await this.verbs.perform(verb, id, actor, asked, key);
    if (!verb.command) return this.queries.summary(id);
    const command = { caseNumber: found!.caseNumber, kind: verb.command };
    return tell(result as CommandResult, response, command);
  }
}

const METHODS = { post: Post, put: Put, delete: Delete };

function documented(verb: Verb): MethodDecorator[] {
  if (verb.command) return [ApiCommand()];
  return [
    ApiOkResponse({ type: TaskSummaryDto }),
    ...(verb.keyed
      ? [ApiKeyed(), ApiProblems(400, 403, 404, 409, 422)]
      : [ApiProblems(403, 404, 409)]),
  ];
}

/** Gives the controller one operation, as the decorators of a method written by hand would. */
function addOperation(verb: Verb): void {
  const { id: name, method, path, summary } = verb.operation;
  const operations = VerbsController.prototype;
  const { [name]: operation } = {
    [name](this: VerbsController, ...handed: Handed) {
      return this.answer(verb, ...handed);
    },
  };
  const descriptor = { value: operation, writable: true, configurable: true };
  Object.defineProperty(operations, name, descriptor);
  const types = [Object, Object, String, verb.request ?? Object, String, Object];
  Reflect.defineMetadata('design:paramtypes', types, operations, name);
  CurrentSession()(operations, name, 0);
  CurrentActor()(operations, name, 1);
  Param('id')(operations, name, 2);
  if (verb.request) Body()(operations, name, 3);
  if (verb.keyed) IdempotencyKey()(operations, name, 4);
  if (verb.command) Res({ passthrough: true })(operations, name, 5);
  const decorators = [
    METHODS[method](`:id/${path}`),
    HttpCode(200),
    ...(verb.forApplicants ? [] : [Needs('use', 'Task')]),
    ApiOperation({ summary, operationId: name }),
    ...documented(verb),
  ];
  for (const decorate of decorators) decorate(operations, name, descriptor);
}

for (const verb of VERBS) addOperation(verb);
