/** What the server says with the page itself: `<meta name=… content=…>`. Undefined where it said nothing. */
export function toldWithPage(name: 'session' | 'demo-day'): string | undefined {
  const said = document.querySelector<HTMLMetaElement>(`meta[name=${name}]`)?.content;
  // As it stands in the file, beside a server that fills nothing in.
  return said?.startsWith('__') ? undefined : said;
}
