/** 好差评: ratings kept with their step, and what follows a bad one. */
export { BAD_LEVELS, LEVELS, type RatingLevel } from './levels.js';
export { RATING } from './keeping.js';
export { ratingPurposes, STAGE_NAMES, type StageName } from './mending.js';
export { RatingDto } from './rating.dto.js';
export { ratingOf } from './reading.js';
