/** Stands on every page of the staff; what it opens is loaded by its keys. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const Ways = lazy(() => import('./PaletteWays.js'));

export function Palette() {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="palette"
      role="dialog"
      aria-label={t('day.palette')}
      onClose={() => setOpen(false)}
    >
      {open && (
        <Suspense>
          <Ways onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </dialog>
  );
}
