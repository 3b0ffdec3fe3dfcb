/** What people keep for themselves: views of the inbox, opinions they write often. */
import { TaskQuery } from './task.dto.js';
import { Nested, Shown, Text } from '../../platform/http/index.js';

export class SavedViewDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  name: string;

  @Shown.one(TaskQuery)
  query: TaskQuery;

  @Shown.whole()
  count: number;
}

export class NewViewDto {
  @Text({ min: 1, max: 30 })
  name: string;

  @Nested(TaskQuery)
  query: TaskQuery;
}

export class OpinionTemplateDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  text: string;
}

export class NewOpinionTemplateDto {
  @Text({ min: 1, max: 500 })
  text: string;
}
