/** What lint finds in what an admin draws. */
export { FindingDto, FindingListDto } from './finding.dto.js';
