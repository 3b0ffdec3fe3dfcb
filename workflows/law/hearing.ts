/** How far the hearing of a case has come (行政许可法 46–48, 行政处罚法 63–65); instants. Pure. */

export interface Hearing {
  toldAt?: number;
  askedAt?: number;
  heldAt?: number;
  /** Whoever asked for it gave it up: 终止听证. */
  waivedAt?: number;
}

/** One that was asked for is neither held nor given up. */
export const isHearingOpen = ({ askedAt, heldAt, waivedAt }: Hearing): boolean =>
  askedAt !== undefined && heldAt === undefined && waivedAt === undefined;

/** How it stands by the newest act of each kind: who is told once more may ask once more. */
export function sinceTold({ toldAt, ...since }: Hearing): Hearing {
  const acts = Object.entries(since).filter(
    ([, at]) => at !== undefined && (toldAt === undefined || at >= toldAt),
  );
  return { ...(toldAt !== undefined && { toldAt }), ...Object.fromEntries(acts) };
}
