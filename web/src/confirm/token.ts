/** The link's token: it comes in the fragment, and is taken out of it at once, so that the browser's history keeps none. */

/** The token in the address; `null` = there is none. The address bar and the history have it no more. */
export function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('t');
  if (location.hash) history.replaceState(null, '', location.pathname);
  return token;
}
