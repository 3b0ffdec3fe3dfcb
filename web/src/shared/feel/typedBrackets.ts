/** The editor of FEEL closes brackets by itself, which makes `[80..90)` to `[80..90)]`: here they stay as typed. */
import { EditorView } from '@codemirror/view';

/** @param box everything inside takes opening brackets as they are typed */
export function keepTypedBrackets(box: HTMLElement): void {
  box.addEventListener(
    'keydown',
    (event) => {
      const { key, target, ctrlKey, metaKey, isComposing } = event;
      if (!['[', '('].includes(key) || ctrlKey || metaKey || isComposing) return;
      const view = target instanceof HTMLElement ? EditorView.findFromDOM(target) : null;
      if (!view || view.state.readOnly) return;
      event.preventDefault();
      event.stopPropagation();
      view.dispatch(view.state.replaceSelection(key), { userEvent: 'input.type' });
    },
    true,
  );
}
