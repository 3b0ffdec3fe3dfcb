/** Noto Sans SC (OFL), read once: parsing ten megabytes for every document would hold up everybody. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

const require = createRequire(import.meta.url);

export type Font = PDFKit.Mixins.PDFFontSource;

const read = (path: string): Font =>
  fontkit.create(
    readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${path}`)),
  ) as unknown as Font;

let regular: Font | undefined;
let bold: Font | undefined;

export function fonts(): { regular: Font; bold: Font } {
  regular ??= read('400Regular/NotoSansSC_400Regular.ttf');
  bold ??= read('700Bold/NotoSansSC_700Bold.ttf');
  return { regular, bold };
}
