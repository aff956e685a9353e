/** What could be visited and is not, with why, and a way to insist. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { dayWords } from '../../i18n/study/day';
import type { LeftOut } from '../answer';
import { StudyElement } from '../base';
import { mustSee } from '../steps';
import { mayBeWanted, reasonInWords } from '../words/reason';

/** Shown before the rest is opened. */
const FIRST = 8;

@customElement('yuren-study-left-out')
export class LeftOutList extends StudyElement {
  @state() private all = false;

  private row(one: LeftOut): TemplateResult {
    const d = this.words(dayWords);
    const isWanted = this.state.view.question.must.includes(one.place);
    return html`<li class="left-out" data-testid="left-out" data-id=${one.place} data-reason=${one.reason}>
      <span class="left-out-words">
        <span class="result-name">${one.name}</span>
        <span class="quiet small">${reasonInWords(one, this.state.names, this.language)}</span>
      </span>
      ${isWanted
        ? html`<span class="badge rough">${d.wanted}</span>`
        : mayBeWanted(one)
          ? html`<button class="button" data-testid="must" aria-label=${`${d.mustGo}${this.w.colon}${one.name}`} @click=${() => mustSee(one.place)}>${d.mustGo}</button>`
          : nothing}
    </li>`;
  }

  override render() {
    const d = this.words(dayWords);
    const { answer } = this.state;
    if (!answer?.left_out.length) return nothing;
    const shown = this.all ? answer.left_out : answer.left_out.slice(0, FIRST);
    const isMore = shown.length < answer.left_out.length;
    return html`<section class="left-outs" aria-labelledby="left-out-title">
      <h3 id="left-out-title">${d.leftOut}</h3>
      <ul class="plain-list">${shown.map((one) => this.row(one))}</ul>
      ${isMore ? html`<button class="button wide" data-testid="more-left-out" @click=${() => (this.all = true)}>${sign('down')}${this.w.loadMore}</button>` : nothing}
      ${!isMore && answer.left_out_more ? html`<p class="quiet small">${d.leftOutMore(answer.left_out_more)}</p>` : nothing}
    </section>`;
  }
}
