import { Text } from '../../../platform/http/index.js';

/** What most verbs ask for. */
export class ReasonDto {
  @Text({ min: 1, max: 500, description: '理由；留在任务的操作记录里' })
  reason: string;
}
