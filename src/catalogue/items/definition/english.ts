import { Text } from '../../../platform/http/index.js';

/**
 * What one text of an item is in English. It goes by the Chinese itself: said once, it holds wherever the item
 * says the same, and when the Chinese is rewritten, no page shows what it used to say.
 */
export class Translation {
  @Text({ min: 1, max: 2000, description: '中文' })
  chinese: string;

  @Text({ min: 1, max: 4000, description: '英文' })
  english: string;
}
