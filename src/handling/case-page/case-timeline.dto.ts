/** What happened to a case, as people read it. */
import { Shown } from '../../platform/http/index.js';

export class TimelineEntryDto {
  @Shown.instant()
  at: string;

  @Shown.text('task-opened、task-completed、activity-done、state、incident、ended …')
  kind: string;

  @Shown.text({ nullable: true })
  element: string | null;

  @Shown.text({ nullable: true })
  name: string | null;

  @Shown.text({ nullable: true })
  person: string | null;

  @Shown.text({ nullable: true })
  department: string | null;

  @Shown.text({ nullable: true })
  level: string | null;

  @Shown.text({ nullable: true })
  outcome: string | null;

  @Shown.text({ nullable: true })
  outcomeName: string | null;

  @Shown.text({ nullable: true })
  opinion: string | null;

  @Shown.text('一句话说明')
  text: string;
}
