/** What follows when a side task is done: its purpose says. */
import type { EntityManager } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import type { CaseCommand } from '../../../workflows/contracts/case.js';

/** A side task that somebody completes. */
export interface DoneSideTask {
  id: string;
  caseNumber: string;
  purpose: string;
  parentTask: string | null;
  data: Record<string, unknown>;
  outcome?: string;
  opinion?: string;
  form?: Json;
  actor: { personId: string; postId?: string | null };
  /** Whose hand it is: the actor's, and of whoever they stand in for. */
  hands: readonly string[];
  /** The completion's Idempotency-Key. */
  command: string;
}

/**
 * A command to the case. The side task counts as done only when the case takes it; refused, it is open
 * again and whoever completed it reads why.
 */
export interface FollowUp {
  kind: CaseCommand['kind'];
  /** The command without id, actor and kind. */
  payload: Record<string, unknown>;
}

/** A command that somebody else gave before, and that the side task held back. */
export interface HeldCommand extends FollowUp {
  taskId: string;
  actor: { personId: string; postId?: string | null };
}

export interface Purpose {
  /** As in `NewSideTask.purpose`. */
  name: string;
  /**
   * Runs inside the transaction of the completion, with the task's row locked. With a follow-up, what
   * it writes stays even if the case refuses: write that in the step instead.
   * @throws DomainError when it may not be completed so
   */
  completed?(
    manager: EntityManager,
    task: DoneSideTask,
  ): Promise<{ followUp?: FollowUp; release?: HeldCommand } | void>;
}
