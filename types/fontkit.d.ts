/** fontkit 2 ships no types; a font is only handed on to pdfkit. */
declare module 'fontkit' {
  export interface FontkitFont {
    layout(text: string): unknown;
  }
  export function create(bytes: Uint8Array): FontkitFont;
}
