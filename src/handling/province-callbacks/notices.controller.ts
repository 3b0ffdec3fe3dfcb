import { Body, Controller, Headers, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MessageDto, Publishing } from '../../cases/index.js';
import { ApiProblems, SignedByMachine } from '../../platform/http/index.js';
import { DepartmentNoticeDto, HeardDto, MessageNoticeDto, PaymentNoticeDto } from './notice.dto.js';
import { Notices } from './notices.js';
import { SentBy, SystemGuard } from './province.guard.js';

/** Answered with success only when the case knows: until then the province repeats itself. */
@ApiTags('notices')
@ApiHeader({
  name: 'x-sign',
  required: true,
  description:
    'base64(HMAC-SHA256(密钥, 方法、路径、发送方、接收方、时间、请求号、正文摘要，各带长度))；密钥按发送方和接收方派生',
})
@ApiProblems(400, 401, 404, 503)
@SignedByMachine()
@UseGuards(SystemGuard)
@SentBy('province')
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly notices: Notices,
    private readonly publishing: Publishing,
  ) {}

  @Post('payment')
  @HttpCode(200)
  @ApiOperation({ summary: '省公共支付：已缴款', operationId: 'noticePayment' })
  @ApiOkResponse({ type: HeardDto })
  async payment(@Body() body: PaymentNoticeDto): Promise<HeardDto> {
    await this.notices.payment(body);
    return { heard: true };
  }

  @Post('department-system')
  @HttpCode(200)
  @ApiOperation({ summary: '部门系统：办到哪一步', operationId: 'noticeDepartmentSystem' })
  @ApiOkResponse({ type: HeardDto })
  async departmentSystem(@Body() body: DepartmentNoticeDto): Promise<HeardDto> {
    await this.notices.departmentSystem(body);
    return { heard: true };
  }

  @Post('message')
  @SentBy('any-system')
  @HttpCode(200)
  @ApiOperation({
    summary: '其他系统发布消息：恰好送达一个等待它的办件，暂无则保留',
    operationId: 'noticeMessage',
  })
  @ApiOkResponse({ type: MessageDto })
  @ApiProblems(403, 409, 422)
  message(
    @Headers('x-sender-id') sender: string,
    @Body() { noticeId, ...message }: MessageNoticeDto,
  ): Promise<MessageDto> {
    return this.publishing.bySystem(sender, noticeId, message);
  }
}
