const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const STYLE = `
  body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; color: #1f2329; background: #f5f6f8;
    margin: 0 auto; max-width: 60rem; padding: 1.5rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin: 1.2rem 0 .4rem; }
  .card { background: #fff; border: 1px solid #d9dde3; border-radius: 8px; padding: 1.25rem; }
  form.card { display: grid; gap: .8rem; max-width: 24rem; }
  label { display: grid; gap: .25rem; }
  input { font: inherit; padding: .5rem .6rem; border: 1px solid #6b7280; border-radius: 6px; }
  button { font: inherit; cursor: pointer; border: 1px solid #6b7280; border-radius: 6px;
    background: #fff; padding: .5rem .8rem; text-align: left; }
  button.primary { background: #0b57b7; border-color: #0b57b7; color: #fff; text-align: center; }
  button:focus-visible, input:focus-visible { outline: 3px solid #f0a020; outline-offset: 1px; }
  .people { list-style: none; padding: 0; display: grid; gap: .5rem;
    grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
  .people button { width: 100%; height: 100%; } small { display: block; color: #4b5563; }
  .error { color: #b3261e; } .hint { color: #4b5563; } .amount { font-size: 2rem; }
`;

/** A whole page of the stand-in: plain HTML, no scripts. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}
