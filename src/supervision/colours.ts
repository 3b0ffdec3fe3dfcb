/** 亮牌: the colours of cards as people call them. */
export const COLOUR_NAMES = { warning: '预警', yellow: '黄牌', red: '红牌' };
