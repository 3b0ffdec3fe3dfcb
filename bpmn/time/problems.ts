import type { CycleProblem } from './cycles.js';

/** What is wrong with a time, and what to write instead. */
export const PROBLEMS: Readonly<Record<CycleProblem, string>> = {
  unreadable:
    '不可识别：时长写 5wd（工作日）或 ISO 8601（P5D、PT1H），时刻写 2026-01-01T08:00:00+08:00，循环写 R3/PT1H',
  'no-such-day': '中的日期不存在，请写日历上有的日子',
  'no-such-zone': '中的时区不认识，请写 IANA 时区名（如 Asia/Shanghai）或与 UTC 的时差',
  'no-length': '的间隔不到 1 秒，会一直触发，请写至少 1 秒（PT1S）',
};
