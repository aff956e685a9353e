/** Which place shall be edited: a field that finds places by name. What is searched for stands in the address. */
import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { search, Superseded } from '../../api/client';
import { roleMarker } from '../../components/icons';
import { nameIn } from '../../i18n';
import { frameWords } from '../../i18n/edit/frame';
import { placeWords } from '../../i18n/edit/place';
import { EditElement } from '../base';
import { inWords } from '../failure';
import { hrefOf, refine } from '../state';

const LIMIT = 20;
const Q_MAX = 64;

@customElement('yuren-find-place')
export class FindPlace extends EditElement {
  private found = new Task(this, {
    task: async ([text]) => {
      if (!text) return null;
      try {
        const { features } = await search(text, null, LIMIT);
        return features.filter((hit) => hit.properties.result === 'place');
      } catch (error) {
        // The answer to what was typed since is on its way.
        if (error instanceof Superseded) return null;
        throw error;
      }
    },
    args: () => [this.text] as const,
  });

  private get text(): string {
    return (this.state.route.parameters['q'] ?? '').trim().slice(0, Q_MAX);
  }

  private results(hits: Awaited<ReturnType<typeof search>>['features'] | null): TemplateResult | typeof nothing {
    const e = this.words(placeWords);
    if (!hits) return nothing;
    return html`<p role="status" data-testid="find-count">${hits.length ? e.findCount(hits.length) : e.findNothing}</p>
      <ul class="plain-list found">
        ${hits.map((hit) => {
          if (hit.properties.result !== 'place') return nothing;
          const { name, regions, roles } = hit.properties;
          const where = regions.filter(({ level }) => level !== 'city').map((region) => nameIn(this.language, region)).join(' · ');
          const [role] = roles;
          return html`<li>
            <a href=${hrefOf('place', { id: hit.id })} data-testid="found" data-id=${hit.id}>${role ? roleMarker(role.kind) : nothing}<span><strong>${name}</strong><br /><span class="quiet">${where}</span></span></a>
          </li>`;
        })}
      </ul>`;
  }

  override render() {
    const e = this.words(placeWords);
    return html`<section class="place-search" role="search">
      <h2>${this.words(frameWords).place}</h2>
      <div class="field"><label for="find"><strong>${e.findLabel}</strong></label>
        <input id="find" data-testid="find" type="search" maxlength=${Q_MAX} autocomplete="off" aria-describedby="find-hint" .value=${this.state.route.parameters['q'] ?? ''}
          @input=${(event: Event) => refine({ q: (event.target as HTMLInputElement).value })} />
        <p class="quiet hint" id="find-hint">${e.findHint}</p>
      </div>
      ${this.found.render({
        complete: (hits) => this.results(hits),
        error: (error) => html`<p class="trouble" role="alert">${inWords(error, this.language, false)} <button class="button" @click=${() => void this.found.run()}>${this.words(frameWords).retry}</button></p>`,
      })}
    </section>`;
  }
}
