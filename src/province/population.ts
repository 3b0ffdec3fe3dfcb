/** What a record of the population register says of where somebody is registered (户籍). */

/**
 * Whether a person is registered in a village. The register may know the township only: then any
 * village of it counts; a record without a region says nothing and does not count.
 * @param village region code of 12 digits
 */
export function livesIn(record: Record<string, unknown>, village: string): boolean {
  const { householdRegion: household } = record;
  return typeof household === 'string' && household !== '' && village.startsWith(household);
}
