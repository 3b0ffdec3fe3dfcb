/**
 * The law's changes of behaviour, by number. A case keeps the one it was opened under (`CaseInput.law`), so
 * that recorded histories replay.
 *
 * 1: 转报 opens the case of the level above and follows it instead of ending ours (行政许可法 43); nothing is
 *    decided while a hearing may still be asked for, or was asked for and is not held (46, 48).
 */
export const LAW = 1;

/** What workers of the release before know: cases are opened under it until all are exchanged. */
export const FORMER_LAW = 0;

/** Whether a case was opened since the law's first change. */
export const hearsAndFollows = ({ law = 0 }: { law?: number }): boolean => law >= 1;
