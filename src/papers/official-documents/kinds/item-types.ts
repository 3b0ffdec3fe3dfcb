/** Types of administrative powers (GB/T 39046 A.1): the ten; public services are none. */
export const POWERS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'] as const;

/** 公共服务. */
export const PUBLIC_SERVICE = '20';

/** Powers whose grant is a decision of its own; a benefit is granted by its notice. */
export const DECIDED = POWERS.filter((type) => type !== '05');
