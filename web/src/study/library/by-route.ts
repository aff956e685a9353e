/** `按线路：沿运河看漕运`: the route that the day goes by, with a way to see it and a way to go by none. */
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { nameIn } from '../../i18n';
import { libraryWords } from '../../i18n/study/library';
import { StudyElement } from '../base';
import type { StudyRoute } from './answer';
import { learn, leaveRoute, open } from './asking';
import { isOffered, titleOf } from './facts';

@customElement('yuren-study-by-route')
export class ByRoute extends StudyElement {
  private asked: string | null = null;

  private get route(): string | null {
    return this.state.view.question.route;
  }

  protected override willUpdate(): void {
    const { route } = this;
    if (route === null || route === this.asked || route in this.state.library.known) return;
    this.asked = route;
    // What could not be asked is asked again as the page goes on.
    void learn(route).then((isKnown) => (this.asked = isKnown ? route : null));
  }

  /** As the library knows it, else as the plan tells it. */
  private nameOf(known: StudyRoute | null | undefined, id: string): string | null {
    if (known) return titleOf(known, this.language);
    const told = this.state.answer?.study_route;
    return told?.id === id ? nameIn(this.language, { name: told.title, name_en: told.title_en }) : null;
  }

  override render() {
    const l = this.words(libraryWords);
    const { route } = this;
    if (route === null) return nothing;
    const known = this.state.library.known[route];
    const title = this.nameOf(known, route);
    const name = title ?? (known === null ? l.goneShort : l.oneRoute);
    return html`<p class="by-route" data-testid="by-route" data-id=${route}>
      <span>${l.byRoute}</span>
      ${known && !isOffered(known) ? html`<span class="badge alarm">${l.notOfferedShort}</span>` : nothing}
      ${known ? html`<button type="button" class="row-name" data-testid="see-route" aria-label=${l.seeRoute(name)} @click=${() => void open(known)}><strong>${name}</strong></button>` : html`<strong>${name}</strong>`}
      <button type="button" class="icon-button" data-testid="leave-route" aria-label=${l.leaveRoute(name)} title=${l.leaveRoute(name)} @click=${leaveRoute}>${sign('close')}</button>
    </p>`;
  }
}
