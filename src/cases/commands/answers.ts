/** How the result of a command is told: done, or 已提交，正在处理 with an address to ask again. */
import { HttpStatus } from '@nestjs/common';
import type { Response } from 'express';
import type { CaseAnswer } from '../../../workflows/contracts/case.js';
import { stateNameOf } from '../../../workflows/item-types/case-names.js';
import type { CaseAnswerDto, CommandDto } from './command.dto.js';
import type { CommandResult, CommandRow, Refused } from './command-row.js';

export function answerDto(answer: CaseAnswer): CaseAnswerDto {
  const { caseNumber, state, step, ended } = answer;
  return { number: caseNumber, state, stateName: stateNameOf(state, null), step, ended };
}

const PENDING = '已提交，正在处理。结果出来后本页会自动更新，请勿重复提交。';

/** A command's row for its author. */
export function commandDto(row: CommandRow): CommandDto {
  const done = row.status === 'done' ? answerDto(row.answer as CaseAnswer) : null;
  const refused = row.status === 'refused' ? (row.answer as Refused).message : null;
  return {
    id: row.id,
    caseNumber: row.case_number,
    kind: row.kind,
    status: row.status,
    message: refused ?? (done ? '已办理。' : PENDING),
    answer: done,
  };
}

/**
 * Answers with the result: `done` status, or 202 with the command's address.
 * @param kind of the command and its case, told while it is pending
 */
export function tell(
  result: CommandResult,
  response: Response,
  pending: { caseNumber: string; kind: string },
  done: HttpStatus = HttpStatus.OK,
): CaseAnswerDto | CommandDto {
  if (result.status === 'done') {
    response.status(done);
    return answerDto(result.answer);
  }
  response.status(HttpStatus.ACCEPTED).setHeader('Location', `/api/commands/${result.command}`);
  return {
    id: result.command,
    caseNumber: pending.caseNumber,
    kind: pending.kind,
    status: 'pending',
    message: PENDING,
    answer: null,
  };
}
