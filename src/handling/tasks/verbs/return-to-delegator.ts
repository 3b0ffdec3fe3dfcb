/** The task is in the hands again of who delegated it. */
export const RETURN_TO_DELEGATOR = `UPDATE task SET assignee_person = delegator_person,
    assignee_post = delegator_post, delegator_person = NULL, delegator_post = NULL WHERE id = $1`;
