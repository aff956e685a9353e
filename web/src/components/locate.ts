/** "Where am I", with a kind word for each way in which it does not work. */
import { words } from '../i18n';
import { distance } from '../format/units';
import { say, setPoint } from '../state/actions';
import { store } from '../state/store';

/** Worse than this, in metres, the reader is told how coarse the position is. */
const COARSE_M = 500;

/** Asks the browser for a position and makes it the starting point. */
export function locate(): void {
  const w = words(store.state.view.lang);
  if (!window.isSecureContext || !('geolocation' in navigator)) {
    say(w.locateInsecure);
    return;
  }
  say(w.locating);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      setPoint([coords.longitude, coords.latitude], { kind: 'mine' });
      if (coords.accuracy > COARSE_M) say(w.locateCoarse(distance(coords.accuracy, w)));
    },
    (error) => say(error.code === error.PERMISSION_DENIED ? w.locateRefused : w.locateFailed),
    { enableHighAccuracy: true, timeout: 12_000, maximumAge: 60_000 },
  );
}
