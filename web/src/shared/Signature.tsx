/** A signature that was drawn: the path of an SVG within these bounds. */
import './signature.css';

export const SIGNATURE_WIDTH = 600;
export const SIGNATURE_HEIGHT = 160;

export function Signature({ path, label }: { path: string; label: string }) {
  return (
    <svg
      className="signature"
      viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  );
}
