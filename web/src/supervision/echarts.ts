/** The few parts of echarts that are used, in a chunk of their own. */
import { BarChart, LineChart, MapChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, registerMap, use, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, MapChart, GridComponent, LegendComponent]);
use([TooltipComponent, VisualMapComponent, CanvasRenderer]);

export { registerMap };

export const openChart = (box: HTMLElement): ECharts => init(box);
