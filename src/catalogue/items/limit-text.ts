/** `20 个工作日`, `30 天`; null where the item has no such limit. */
export function limitText(limit: { days: number; unit: string } | undefined): string | null {
  if (!limit) return null;
  return limit.unit === 'wd' ? `${limit.days} 个工作日` : `${limit.days} 天`;
}
