/** How the page begins: what its address asks, what it learns, and how it keeps in step with both. */
import { listenForEdits } from '../api/events';
import { said } from '../i18n/edit/book';
import { studyWords } from '../i18n/study/frame';
import { askView } from './asking';
import { learnCity, learnNamed, learnSchool } from './learning';
import { studyBody } from './question';
import { readAddress, say, study, writeAddress } from './state';

const words = () => said(studyWords, study.state.display.lang);

/** Asks all that is missing once more. */
export function retry(): void {
  const { answer, city, editing } = study.state;
  study.set({ failure: null, status: answer ? 'ready' : 'idle' });
  if (!city) void learnCity();
  // Where the city is known it was a day that did not come, whether or not the form is still there.
  if (city || !editing || answer) void askView();
}

/** Takes up the address and keeps in step with it. A link to a whole question is answered at once. */
export function start(): void {
  if (readAddress()) say(words().badLink);
  addEventListener('popstate', () => {
    readAddress();
    void learnSchool();
    void learnNamed();
    void askView();
  });
  addEventListener('online', () => {
    if (study.state.status === 'failed') retry();
  });
  listenForEdits(
    () => study.state.city?.revision ?? null,
    ({ places, study_routes: routes }) => {
      // Routes that others put together are no news for this day.
      const concerns = places === null || places.length > 0 || routes?.includes(study.state.view.question.route ?? '');
      if (concerns && study.state.answer && study.state.status === 'ready') say(words().edited, { text: words().askAnew, run: () => void askView() });
    },
  );
  void learnSchool();
  void learnNamed();
  void learnCity();
  if (studyBody(study.state.view.question)) void askView();
  writeAddress();
}
