/** Where a case stands in its diagram. */
import { Shown } from '../../platform/http/index.js';

export class DiagramDto {
  @Shown.text('BPMN XML')
  xml: string;

  @Shown.texts('正在办的元素')
  active: string[];

  @Shown.texts('已办完的元素')
  completed: string[];

  @Shown.texts('出了异常的元素')
  incidents: string[];
}
