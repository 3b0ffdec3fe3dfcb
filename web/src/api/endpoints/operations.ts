/** How the platform itself is doing. */
import { ApiError, client, take } from '../client.js';

export const operations = {
  /** Which parts are up, also while one is down. */
  health: async () => {
    const { data, error } = await client.GET('/api/health');
    const answer = data ?? error;
    if (!answer || !('parts' in answer)) throw new ApiError(0, 'unreachable', '');
    return answer;
  },
  recurringTasks: () => take(client.GET('/api/recurring-tasks')),
};
