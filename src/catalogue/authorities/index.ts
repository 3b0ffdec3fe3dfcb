/** Who decides an item where: departments found by line and level, and what an area settles otherwise. */
export { authorityFor, resolveDepartment, type DepartmentQuery } from './resolve.js';
