/** Says a word in passing on a page, until it has been read. */
import type { Toast } from '../components/toast';
import type { Observed } from './observed';

/** How a page says it: a newer word takes the place of the older one; after so many milliseconds it goes. */
export function sayer<S extends { toast: Toast | null }>(page: Observed<S>, ms: number): (text: string, action?: Toast['action']) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (toast: Toast | null): void => page.set({ toast } as Partial<S>);
  return (text, action) => {
    clearTimeout(timer);
    show(action ? { text, action } : { text });
    timer = setTimeout(() => show(null), ms);
  };
}
