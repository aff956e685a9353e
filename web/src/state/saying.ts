/** Says a word in passing on a page, until it has been read. */
import type { Toast } from '../components/toast';
import type { Observed } from './observed';

/** A word is to be read for so long, milliseconds. */
const READ_MS = 8000;
/** One that offers something to do stays long enough to be reached by keys as well, from anywhere on the page. */
const ACT_MS = 20000;

/** How a page says it: a newer word takes the place of the older one; after its time it goes, unless somebody is at it. */
export function sayer<S extends { toast: Toast | null }>(page: Observed<S>): (text: string, action?: Toast['action']) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (toast: Toast | null): void => page.set({ toast } as Partial<S>);
  const leave = (): void => {
    if (document.querySelector('.toast:is(:hover, :focus-within)')) timer = setTimeout(leave, READ_MS);
    else show(null);
  };
  return (text, action) => {
    clearTimeout(timer);
    show(action ? { text, action } : { text });
    timer = setTimeout(leave, action ? ACT_MS : READ_MS);
  };
}
