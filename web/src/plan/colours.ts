/** The classes' colours on the page's root, where the style sheet and the drawings look for them: `--class-0` to `--class-5`. */
import { RAMP } from './classes';

/** Puts the ramp of the theme in use there. */
export function showRamp(): void {
  const root = document.documentElement;
  const ramp = RAMP[root.dataset['theme'] === 'dark' ? 'dark' : 'light'];
  ramp.forEach((colour, index) => root.style.setProperty(`--class-${index}`, colour));
}
