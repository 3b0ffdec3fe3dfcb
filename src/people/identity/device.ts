/** What somebody signs in with, as they would say it themselves: `Edge · Windows`. */

/** The first that a User-Agent names: later ones call themselves by the names of earlier ones too. */
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/Edg/, 'Edge'],
  [/Firefox/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const first = (list: [RegExp, string][], text: string): string[] =>
  list
    .filter(([pattern]) => pattern.test(text))
    .slice(0, 1)
    .map(([, name]) => name);

/** @returns null where it names neither: a program, say */
export function deviceOf(userAgent = ''): string | null {
  const names = [...first(BROWSERS, userAgent), ...first(SYSTEMS, userAgent)];
  return names.length > 0 ? names.join(' · ') : null;
}
