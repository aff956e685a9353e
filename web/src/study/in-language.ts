/** The state as the page says it in its language: every thing that has an English name is called by it on the English page. */
import type { Lang } from '../i18n';
import type { StudyState } from './state';

/** The same objects give the same ones, so that nothing is drawn anew that has not changed. */
const known = new WeakMap<object, object>();

function named<T>(thing: T): T {
  if (Array.isArray(thing)) return thing.map(named) as T;
  if (thing === null || typeof thing !== 'object') return thing;
  const parts = Object.fromEntries(Object.entries(thing).map(([key, part]) => [key, named(part)]));
  return (parts['name_en'] ? { ...parts, name: parts['name_en'] } : parts) as T;
}

function remembered<T extends object | null>(thing: T): T {
  if (thing === null) return thing;
  const before = known.get(thing);
  if (before) return before as T;
  const now = named(thing);
  known.set(thing, now as object);
  return now;
}

/** `thing` in a language; of what has no name in it the other stands. */
export function inLanguage<T extends object | null>(thing: T, lang: Lang): T {
  return lang === 'en' ? remembered(thing) : thing;
}

/** Everything of the state that has names. */
export function stateInLanguage(state: StudyState): StudyState {
  const { display, answer, growing, alternatives, names, schoolName } = state;
  if (display.lang !== 'en') return state;
  const [said, best, others, places, school] = [remembered(answer), remembered(growing), remembered(alternatives), remembered(names), remembered(schoolName)];
  return { ...state, answer: said, growing: best, alternatives: others, names: places, schoolName: school };
}
