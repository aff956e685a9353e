/** The page's address with another fragment. */

const addressOf = (fragment: string): string => `${location.pathname}#${fragment}`;

/** Puts a fragment (without `#`) into the address; `push` = as a step that Back undoes. */
export function putFragment(fragment: string, push: boolean): void {
  if (push) history.pushState(null, '', addressOf(fragment));
  else history.replaceState(history.state, '', addressOf(fragment));
}

/** The whole address of the page with a fragment, to be shared. */
export function linkTo(fragment: string): string {
  return location.origin + addressOf(fragment);
}
