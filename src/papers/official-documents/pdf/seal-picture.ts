/** The red round seal of a body: a star, its name along the rim. A picture only: the value is kept beside it. */
import { fonts } from './fonts.js';

const RED = '#d0021b';

export interface SealPicture {
  /** Centre, points. */
  x: number;
  y: number;
  radius: number;
  name: string;
}

export function drawSeal(doc: PDFKit.PDFDocument, { x, y, radius, name }: SealPicture): void {
  doc.save().strokeColor(RED).fillColor(RED).strokeOpacity(0.82).fillOpacity(0.82);
  doc.lineWidth(2.4).circle(x, y, radius).stroke();
  doc.path(star(x, y, radius * 0.3)).fill();
  drawRim(doc, { x, y, radius, name });
  doc.restore().fillColor('#000000').strokeColor('#000000').fillOpacity(1).strokeOpacity(1);
}

/** A five-pointed star, point up. */
function star(x: number, y: number, size: number): string {
  const inner = size * 0.382;
  const corners = Array.from({ length: 10 }, (_, index) => {
    const length = index % 2 === 0 ? size : inner;
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    return `${(x + length * Math.cos(angle)).toFixed(3)} ${(y + length * Math.sin(angle)).toFixed(3)}`;
  });
  return `M ${corners.join(' L ')} Z`;
}

/** Letters stand on a circle, open below, closer together the longer the name is. */
function drawRim(doc: PDFKit.PDFDocument, { x, y, radius, name }: SealPicture): void {
  const letters = [...name];
  const size = letters.length > 16 ? 10 : letters.length > 12 ? 11.5 : 13;
  const reach = Math.min(290, letters.length * 24);
  const step = letters.length > 1 ? reach / (letters.length - 1) : 0;
  const ring = radius - size * 0.95;
  doc.font(fonts().bold).fontSize(size);
  letters.forEach((letter, index) => {
    const degrees = -reach / 2 + index * step;
    doc.save().rotate(degrees, { origin: [x, y] });
    const width = doc.widthOfString(letter);
    doc.text(letter, x - width / 2, y - ring - size * 0.75, { lineBreak: false });
    doc.restore();
  });
}
