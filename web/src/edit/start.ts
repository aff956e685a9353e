/** What the page asks when it opens, and how it follows the server from then on. */
import { listenForEdits } from '../api/events';
import * as api from './api';
import { inWords } from './failure';
import { edit, say } from './state';

/** Asks who is signed in and which city this is; what cannot be asked is said. */
export async function start(): Promise<void> {
  listenForEdits(
    () => edit.state.city?.revision ?? null,
    () => edit.set({ edits: edit.state.edits + 1 }),
  );
  try {
    const [session, city] = await Promise.all([api.session(), api.city()]);
    edit.set({ session, city });
  } catch (error) {
    edit.set({ session: edit.state.session ?? null });
    say(inWords(error, edit.state.display.lang, false));
  }
}
