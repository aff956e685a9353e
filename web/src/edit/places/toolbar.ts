/** What can be done with the list as a whole: the office, what is selected, and changing all of it. */
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { placesWords } from '../../i18n/edit/places';
import { EditElement } from '../base';
import { MOST } from './bulk';
import './office';

/** Select so many from the first on. */
export class Selecting extends CustomEvent<number> {
  constructor(count: number) {
    super('selecting', { detail: count });
  }
}

export class BulkAsked extends Event {
  constructor() {
    super('bulk-asked');
  }
}

@customElement('yuren-places-toolbar')
export class PlacesToolbar extends EditElement {
  /** How many rows can be selected, and are. */
  @property({ type: Number }) all = 0;
  @property({ type: Number }) selected = 0;

  override render() {
    const e = this.words(placesWords);
    const { all, selected } = this;
    const most = Math.min(all, MOST);
    const select = (count: number) => () => this.dispatchEvent(new Selecting(count));
    // They stay where they are, so that whoever pressed one keeps the focus.
    const [isAll, isNone] = [selected >= most, selected === 0];
    return html`<yuren-office></yuren-office>
      <div class="selection">
        <span role="status" data-testid="selected">${e.selected(selected)}</span>
        <button class="button plain" data-testid="select-all" aria-disabled=${isAll} @click=${select(most)}>${all > MOST ? e.selectMost(most) : e.selectAll(most)}</button>
        <button class="button plain" data-testid="select-none" aria-disabled=${isNone} @click=${select(0)}>${e.selectNone}</button>
        <button class="button" data-testid="bulk" aria-disabled=${isNone} @click=${() => isNone || this.dispatchEvent(new BulkAsked())}>${sign('pencil')}${e.bulk}</button>
      </div>`;
  }
}
