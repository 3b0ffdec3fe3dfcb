import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, ApiSignedIn, CurrentActor } from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { commandDto } from './answers.js';
import { CaseCommands } from './case-commands.js';
import { CommandDto } from './command.dto.js';

@ApiTags('commands')
@ApiSignedIn()
@Controller('commands')
export class CommandsController {
  constructor(private readonly commands: CaseCommands) {}

  @Get(':id')
  @ApiOperation({ summary: '我提交的操作办得怎样了', operationId: 'readCommand' })
  @ApiOkResponse({ type: CommandDto })
  @ApiProblems(400, 404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CommandDto> {
    return commandDto(await this.commands.status(id, actor));
  }
}
