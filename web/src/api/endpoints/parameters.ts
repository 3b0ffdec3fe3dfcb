/** Parameters that many endpoints take. */
export const byId = (id: string) => ({ params: { path: { id } } });
export const byNumber = (number: string) => ({ params: { path: { number } } });
export const byCode = (code: string) => ({ params: { path: { code } } });
export const keyed = <Path extends object>(path: Path, key: string) => ({
  params: { path, header: { 'Idempotency-Key': key } },
});
export const byKind = (kind: string) => ({ params: { path: { kind } } });
/** A draft that is not wanted: which it is, so that none is dropped unseen. */
export const dropped = <Path extends object>({ path }: { path: Path }, replaces: string) => ({
  params: { path, query: { replaces } },
});
