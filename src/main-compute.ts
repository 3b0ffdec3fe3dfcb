/** The program of the API's threads: computes what may take long, apart from requests. */
import { definitionTasks } from './definitions/index.js';
import { olderCaseTasks } from './install/index.js';
import { fileTasks } from './papers/index.js';
import { serveTasks } from './platform/compute/index.js';

serveTasks({ ...definitionTasks, ...fileTasks, ...olderCaseTasks });
