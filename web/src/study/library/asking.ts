/** What the page asks of the library, and going by a route of it. */
import { Problem, Superseded } from '../../api/request';
import { said } from '../../i18n/edit/book';
import { libraryWords } from '../../i18n/study/library';
import { studyBody, type Theme } from '../question';
import { say, study } from '../state';
import { changeAndAsk, planDay, setQuestion } from '../steps';
import type { StudyRoute } from './answer';
import * as api from './api';
import type { Library } from './library';

const words = () => said(libraryWords, study.state.display.lang);

function set(patch: Partial<Library>): void {
  study.set({ library: { ...study.state.library, ...patch } });
}

function know(id: string, route: StudyRoute | null): void {
  set({ known: { ...study.state.library.known, [id]: route } });
}

/** Asks for the routes of a theme; those of before stay until the answer is there. */
export async function ask(theme: Theme | null): Promise<void> {
  set({ theme, status: 'asking' });
  try {
    const { features, numberMatched } = await api.routes(theme);
    set({ routes: features, matched: numberMatched, status: 'idle' });
  } catch (error) {
    if (!(error instanceof Superseded)) set({ status: 'failed' });
  }
}

/** Learns of a route by its id; whether it is known now what it is, or that it is gone. */
export async function learn(id: string): Promise<boolean> {
  try {
    know(id, await api.route(id));
  } catch (error) {
    if (!(error instanceof Problem && error.status === 404)) return false;
    know(id, null);
  }
  return true;
}

/** Opens the card of a route, which then follows what the server says of it now. */
export async function open(route: StudyRoute): Promise<void> {
  study.set({ stop: null });
  set({ opened: route });
  await learn(route.id);
  const { opened, known } = study.state.library;
  if (opened?.id !== route.id) return;
  const now = known[route.id];
  if (now) set({ opened: now });
  else if (now === null) {
    set({ opened: null });
    say(words().gone);
  }
}

export function close(): void {
  set({ opened: null });
}

/** The day goes by this route: it is planned, or what is missing for that is asked for. `false` = something is missing. */
export function goBy(route: StudyRoute): boolean {
  set({ opened: null });
  know(route.id, route);
  setQuestion({ route: route.id });
  const isWhole = studyBody(study.state.view.question) !== null;
  if (isWhole) planDay();
  else {
    study.set({ editing: true });
    say(words().schoolMissing);
  }
  return isWhole;
}

/** The day goes by no route any more; a day that is planned keeps its stops. */
export function leaveRoute(): void {
  if (study.state.answer && !study.state.editing) changeAndAsk({ route: null });
  else setQuestion({ route: null });
}
