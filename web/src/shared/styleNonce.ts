/**
 * The content security policy takes style elements only with the page's nonce. antd's own carry
 * it; those of its scroll measuring, of menus and of the diagram editor do not and cannot be told,
 * so every style element our scripts create gets it here. Styles in markup stay refused.
 */
export function pageNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
}

/** Called once, before the first page with antd or the editor is shown. */
export function giveStylesTheNonce(): void {
  const nonce = pageNonce();
  if (!nonce) return;
  const create = document.createElement.bind(document) as typeof document.createElement;
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name.toLowerCase() === 'style') element.nonce = nonce;
    return element;
  };
}
