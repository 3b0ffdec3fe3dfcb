/** What lint finds in what an admin draws. */
export { FindingListDto } from './finding.dto.js';
