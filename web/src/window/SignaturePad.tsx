/** 出件签名: the receiver draws their name, with a finger, a pen or a mouse; kept as lines, not as a picture. */
import { useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SIGNATURE_HEIGHT as HEIGHT, SIGNATURE_WIDTH as WIDTH } from '../shared/Signature.js';

/** What a signature is kept as has a bound. */
const LONGEST = 19_000;

interface Props {
  /** Path of an SVG; empty = nothing drawn. */
  value: string;
  onChange: (path: string) => void;
}

export function SignaturePad({ value, onChange }: Props) {
  const { t } = useTranslation();
  const box = useRef<SVGSVGElement>(null);
  const [drawing, setDrawing] = useState(false);
  const at = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    const within = (part: number, most: number) =>
      Math.min(Math.max(Math.round(part * most), 0), most);
    return `${within((clientX - left) / width, WIDTH)} ${within((clientY - top) / height, HEIGHT)}`;
  };
  const draw = (command: 'M' | 'L', event: PointerEvent) => {
    if (value.length < LONGEST) onChange(`${value}${command}${at(event)}`);
  };
  return (
    <div className="signature-pad">
      <svg
        ref={box}
        className="signature"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('delivery.draw')}
        data-testid="signature-pad"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawing(true);
          draw('M', event);
        }}
        onPointerMove={(event) => drawing && draw('L', event)}
        onPointerUp={() => setDrawing(false)}
        onPointerCancel={() => setDrawing(false)}
      >
        <path d={value} />
      </svg>
      <div className="row">
        <span className="small muted">{t('delivery.draw-hint')}</span>
        {value && (
          <button type="button" className="button-link" onClick={() => onChange('')}>
            {t('delivery.draw-again')}
          </button>
        )}
      </div>
    </div>
  );
}
