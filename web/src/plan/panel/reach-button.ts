/** The button that draws how far one gets from a demand point or a site, and takes it off the map again. */
import { html, nothing } from 'lit';
import type { LonLat } from '../../api/types';
import { sign } from '../../components/icons';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { listWords } from '../../i18n/plan/lists';
import { short } from '../figures';
import { limit, setReach, type PlanState } from '../state';

export function reachButton(state: PlanState, at: LonLat, lang: Lang) {
  const l = said(listWords, lang);
  const minutes = limit(state);
  const { reach } = state.view;
  if (minutes === null) return nothing;
  const isOn = reach !== null && reach[0] === at[0] && reach[1] === at[1];
  return html`<button class="button" data-testid="reach-here" aria-pressed=${isOn} @click=${() => setReach(isOn ? null : at)}>${sign('reach')}${l.reachHere(short(minutes))}</button>`;
}
