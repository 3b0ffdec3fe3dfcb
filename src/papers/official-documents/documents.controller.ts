import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  type StreamableFile,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { ApiProblems, fileAnswer } from '../../platform/http/index.js';
import { DocumentAccess } from './document-access.js';
import {
  DeliveredDto,
  DeliveryDto,
  OfficialDocumentDto,
  WholeDocumentDto,
} from './document.dto.js';

/** A PDF as an answer. */
export const pdfAnswer = (name: string, bytes: Buffer): StreamableFile =>
  fileAnswer(bytes, { name, type: 'application/pdf', inline: true });

const PDF = { content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } };

@ApiTags('documents')
@ApiSignedIn()
@Controller()
export class OfficialDocumentsController {
  constructor(private readonly access: DocumentAccess) {}

  @Get('documents')
  @Needs('read', 'Document')
  @ApiOperation({
    summary: '待用印审批、退回和正在用印的文书',
    operationId: 'listWaitingDocuments',
  })
  @ApiOkResponse({ type: [OfficialDocumentDto] })
  waiting(@CurrentSession() session: Session): Promise<OfficialDocumentDto[]> {
    return this.access.waiting(session);
  }

  @Get('documents/:id')
  @ApiOperation({ summary: '一份文书；申请人首次打开即为电子送达', operationId: 'readDocument' })
  @ApiOkResponse({ type: WholeDocumentDto })
  @ApiProblems(400, 403, 404)
  read(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WholeDocumentDto> {
    return this.access.read(session, id);
  }

  @Get('documents/:id/pdf')
  @ApiOperation({ summary: '文书的 PDF', operationId: 'readDocumentPdf' })
  @ApiOkResponse(PDF)
  @ApiProblems(400, 403, 404)
  async pdf(
    @CurrentSession() session: Session,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.access.pdf(session, id);
    return pdfAnswer(name, bytes);
  }

  @Post('documents/:id/sealing-retry')
  @HttpCode(204)
  @Needs('read', 'Document')
  @ApiOperation({ summary: '立即再试一次用印', operationId: 'retrySealing' })
  @ApiNoContentResponse()
  @ApiProblems(400, 403, 404, 409)
  retry(@CurrentSession() session: Session, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.access.retry(session, id);
  }

  @Post('cases/:number/deliveries')
  @HttpCode(200)
  @Needs('use', 'Task')
  @ApiOperation({ summary: '登记窗口领取或邮寄送达', operationId: 'deliverDocuments' })
  @ApiOkResponse({ type: DeliveredDto })
  @ApiProblems(403, 404, 409, 422)
  async deliver(
    @CurrentSession() session: Session,
    @Param('number') number: string,
    @Body() body: DeliveryDto,
  ): Promise<DeliveredDto> {
    return { delivered: await this.access.deliver(session, number, body) };
  }
}
