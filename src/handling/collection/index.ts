/** Collecting at windows; the papers' way to the department that decides. */
export { collectAtWindow, type TakenIn } from './collecting.js';
export { collectionOf, type CollectionView } from './papers.js';
export { CollectionDto } from './collection.dto.js';
export { CollectionModule } from './collection.module.js';
