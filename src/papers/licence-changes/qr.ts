/** A QR code as the path of an SVG: drawn by any page, no picture to fetch. */
import QRCode from 'qrcode';

export interface Qr {
  /** Cells a side; the path counts in cells. */
  size: number;
  path: string;
}

export function qrOf(text: string): Qr {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const cells: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) cells.push(`M${column} ${row}h1v1h-1z`);
  return { size: modules.size, path: cells.join('') };
}
