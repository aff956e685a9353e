/** The day in a sentence and a few numbers, what is wrong with it, and what can be done with it. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { saveFile } from '../../components/save-file';
import { sign } from '../../components/icons';
import { clock } from '../../format/clock';
import { distance } from '../../format/units';
import { dayWords } from '../../i18n/study/day';
import { libraryWords } from '../../i18n/study/library';
import { studyWords } from '../../i18n/study/frame';
import { nowWords } from '../../i18n/study/now';
import type { StudyPlan } from '../answer';
import * as api from '../api';
import { bodyOf, stopImproving } from '../asking';
import { StudyElement } from '../base';
import { prefillFragment, prefillOf } from '../library/prefill';
import { shownPlan } from '../shown-plan';
import { link, say, study } from '../state';
import { improve, undo } from '../steps';
import { placesVisited, visitMinutes } from '../timeline';
import { spanInWords } from '../words/spans';
import { keepDay } from './kept';

@customElement('yuren-study-finding')
export class Finding extends StudyElement {
  @state() private saving = false;

  private sentence(plan: StudyPlan): string {
    const d = this.words(dayWords);
    const visits = placesVisited(plan.groups);
    const [leave = '', back = ''] = [plan.groups.map((group) => group.leave).toSorted()[0], plan.groups.map((group) => group.back).toSorted().at(-1)];
    const { now } = this.state.view;
    if (now && plan.groups.length === 1) return this.words(nowWords).finding(visits, clock(now.at), clock(back));
    if (!visits) return d.nothingPlanned;
    return plan.groups.length > 1 ? d.findingGroups(visits, plan.groups.length, clock(leave), clock(back)) : d.finding(visits, clock(leave), clock(back));
  }

  private figures(plan: StudyPlan): TemplateResult | typeof nothing {
    const d = this.words(dayWords);
    const group = plan.groups[this.state.group] ?? plan.groups[0];
    if (!group) return nothing;
    const figure = (id: string, name: string, value: string) => html`<li data-testid="figure-${id}"><strong>${value}</strong><span class="quiet">${name}</span></li>`;
    const lang = this.language;
    return html`<ul class="day-figures plain-list" aria-label=${d.figures}>
      ${figure('visits', d.inVenues, spanInWords(visitMinutes(group), lang))} ${figure('travel', d.onTheWay, spanInWords(group.travel_minutes, lang))}
      ${group.walk_m ? figure('walk', d.onFoot, distance(group.walk_m, this.w)) : nothing} ${figure('slack', d.slack, spanInWords(group.slack_minutes, lang))}
    </ul>`;
  }

  private faults(): TemplateResult | typeof nothing {
    const d = this.words(dayWords);
    const { answer, growing } = this.state;
    if (growing || answer?.outcome !== 'arranged') return nothing;
    const { faults } = answer;
    return faults.length ? html`<p class="trouble" data-testid="faults">${sign('alert')}${d.faultCount(faults.length)}</p>` : html`<p class="quiet" data-testid="no-faults">${d.noFaults}</p>`;
  }

  /** The day in front as the beginning of a route. */
  private asRoute(plan: StudyPlan): string {
    const { group, view, display, library } = this.state;
    const { grade, route } = view.question;
    const by = route === null ? null : library.known[route];
    return prefillFragment(prefillOf(plan, group, { themes: by ? [by.properties.theme] : view.question.themes, grade }), display);
  }

  private async share(): Promise<void> {
    const d = this.words(dayWords);
    try {
      await navigator.clipboard.writeText(link());
      say(d.copied);
    } catch {
      say(d.copyFailed);
    }
  }

  private async save(format: api.FileFormat): Promise<void> {
    const { view } = study.state;
    const body = bodyOf(view);
    if (!body || this.saving) return;
    const d = this.words(dayWords);
    this.saving = true;
    try {
      saveFile(await api.file(body, format, this.language), `${d.fileName}-${view.question.date}.${format}`);
    } catch {
      say(d.fileFailed);
    } finally {
      this.saving = false;
    }
  }

  override render() {
    const d = this.words(dayWords);
    const s = this.words(studyWords);
    const plan = shownPlan();
    if (!plan) return nothing;
    const { growing, status, undo: steps, view } = this.state;
    const { now } = view;
    const isAsking = status === 'asking';
    return html`<section class="finding-part">
      <h2 class="day-finding" data-testid="finding" tabindex="-1">${this.sentence(plan)}</h2>
      ${this.faults()} ${this.figures(plan)}
      <div class="working-line" role="status">${growing ? html`<span data-testid="improving">${s.improving}</span><button class="button" data-testid="stop-improving" @click=${stopImproving}>${s.stop}</button>` : nothing}</div>
      <div class="button-row" ?hidden=${growing !== null}>
        <button class="button primary" data-testid="open-handbook" title=${now ? this.words(nowWords).noHandbook : nothing} ?disabled=${!this.state.answer?.plan || now !== null} @click=${() => study.set({ printing: true })}>${d.handbook}</button>
        <button class="button" data-testid="improve" title=${d.pinHint} aria-disabled=${isAsking} @click=${() => !isAsking && improve()}>${d.improve}</button>
        <button class="button" data-testid="undo" ?disabled=${!steps.length} @click=${undo}>${sign('undo')}${s.undo}</button>
      </div>
      <details class="day-more">
        <summary>${d.share} · ${d.files}</summary>
        <div class="button-row">
          <button class="button" data-testid="share-day" @click=${() => void this.share()}>${sign('share')}${d.share}</button>
          <button class="button" data-testid="keep-day" @click=${keepDay}>${sign('star')}${d.keep}</button>
          <a class="button" data-testid="keep-route" href=${`/edit.html#${this.asRoute(plan)}`}>${sign('list')}${this.words(libraryWords).keepRoute}</a>
          ${(Object.keys(api.FILES) as api.FileFormat[]).map((format) => html`<button class="button" data-testid="save-${format}" aria-disabled=${this.saving} @click=${() => void this.save(format)}>${sign('download')}${d[format]}</button>`)}
        </div>
      </details>
    </section>`;
  }
}
