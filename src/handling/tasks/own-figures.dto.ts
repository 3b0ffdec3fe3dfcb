import { Shown } from '../../platform/http/index.js';

export class OwnFiguresDto {
  @Shown.whole('今天办理了几项')
  today: number;

  @Shown.whole('近 7 天')
  week: number;

  @Shown.whole('近 30 天')
  month: number;

  @Shown.whole('近 30 天办理的，有期限的几项')
  limited: number;

  @Shown.whole('其中按期的')
  inTime: number;
}
