/** The one state of the editors' page, and what every view may do with it. */
import type { Toast } from '../components/toast';
import type { News } from '../api/events';
import type { City } from '../api/types';
import { said } from '../i18n/edit/book';
import { frameWords } from '../i18n/edit/frame';
import type { Session } from '../api/schema';
import { remember, remembered } from '../state/memory';
import { Observed } from '../state/observed';
import { sayer } from '../state/saying';
import type { Display } from '../state/display';
import { decodeRoute, encodeRoute, HOME, type Route, type ViewName } from './route';

export interface EditState {
  route: Route;
  display: Display;
  /** Who is signed in; `null` = nobody; `undefined` = not known yet. */
  session: Session | null | undefined;
  /** The session ended by itself: what its person was writing is kept until somebody signs in again. */
  interrupted: boolean;
  city: City | null;
  /** How many edits the page has heard of, its own among them. */
  edits: number;
  /** The last of them. */
  news: News | null;
  /** The office for which this browser's editor checks facts; empty = not said yet. */
  office: string;
  toast: Toast | null;
  /** The view holds what is not saved: leaving it asks first. */
  unsaved: boolean;
}

const { lang = 'zh', theme = 'auto', large = false, office = '' } = remembered();

export const edit = new Observed<EditState>({
  route: HOME,
  display: { lang, theme, large },
  session: undefined,
  interrupted: false,
  city: null,
  edits: 0,
  news: null,
  office,
  toast: null,
  unsaved: false,
});

export const say = sayer(edit);

function writeAddress(push: boolean): void {
  const { route, display } = edit.state;
  const address = `${location.pathname}#${encodeRoute(route, display)}`;
  if (push) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

/** Shows a view, as a step that Back undoes. */
export function go(view: ViewName, parameters: Record<string, string> = {}): void {
  edit.set({ route: { view, parameters } });
  writeAddress(true);
}

/** Changes what the view in front shows, without a step of its own. */
export function refine(parameters: Record<string, string>): void {
  const { route } = edit.state;
  edit.set({ route: { ...route, parameters: { ...route.parameters, ...parameters } } });
  writeAddress(false);
}

/** The fragment of a link to a view. */
export function hrefOf(view: ViewName, parameters: Record<string, string> = {}): string {
  return `#${encodeRoute({ view, parameters }, edit.state.display)}`;
}

export function setDisplay(patch: Partial<Display>): void {
  edit.set({ display: { ...edit.state.display, ...patch } });
  remember(patch);
  writeAddress(false);
}

/** Whether the signed-in person has this role or a higher one. */
export function may(role: 'viewer' | 'editor' | 'reviewer' | 'admin'): boolean {
  const order = ['viewer', 'editor', 'reviewer', 'admin'];
  const { session } = edit.state;
  return session ? order.indexOf(session.role) >= order.indexOf(role) : false;
}

/** Whoever was signed in is not any more: what is written stays, and the page asks for the password. */
export function sessionEnded(): void {
  if (edit.state.session) say(said(frameWords, edit.state.display.lang).sessionOver);
  edit.set({ session: null, interrupted: true });
}

/** What a sign-in by a provider came to (`#problem=no_account`), told once: it is then gone from the address. */
export function takeProblem(): string | null {
  const problem = new URLSearchParams(location.hash.slice(1)).get('problem');
  if (problem !== null) writeAddress(false);
  return problem;
}

/** Takes up the address, and keeps in step with it. */
export function followAddress(): void {
  const take = (): void => {
    const { route, display } = decodeRoute(location.hash);
    edit.set({ route, display: { ...edit.state.display, ...display } });
  };
  take();
  addEventListener('popstate', take);
}
