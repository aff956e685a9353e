/** A stop in full: its hours and their basis, booking, phone, why it was chosen, its courses, and how long they stay. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Course } from '../../api/types';
import { sign } from '../../components/icons';
import { courseInWords } from '../../format/activity';
import { activityWords } from '../../i18n/activities';
import { roleName } from '../../i18n/roles';
import { dayWords } from '../../i18n/study/day';
import { libraryWords } from '../../i18n/study/library';
import type { Stop } from '../answer';
import * as api from '../api';
import { StudyElement } from '../base';
import { LONGEST_STAY } from '../question';
import { shownPlan } from '../shown-plan';
import { openStop, type StudyState } from '../state';
import { changeAndAsk, leaveOut, togglePin } from '../steps';
import { minutesOf } from '../times';
import { spanInWords } from '../words/spans';
import { admitsInWords, bookingInWords, feeOf, fitInWords, hoursInWords, troublesAt } from '../words/stop';
import { stopPairs } from './stop-pairs';

const STEP = 10;

/** The open stop: of the group in front, else of the first that goes there. */
export function openedStop(state: StudyState): Stop | null {
  const plan = shownPlan(state);
  const of = (group: number): Stop | undefined => plan?.groups[group]?.stops.find(({ what, place }) => what === 'visit' && place === state.stop);
  return of(state.group) ?? plan?.groups.map((_, group) => of(group)).find(Boolean) ?? null;
}

@customElement('yuren-study-stop')
export class StopCard extends StudyElement {
  /** The courses of the place that they were asked for. */
  @state() private courses: { of: string; found: readonly Course[] } | null = null;
  private asked: string | null = null;

  protected override willUpdate(): void {
    const stop = openedStop(this.state);
    if (!stop || stop.place === this.asked) return;
    this.asked = stop.place;
    void this.learn(stop.place);
  }

  private async learn(place: string): Promise<void> {
    try {
      const { properties } = await api.place(place);
      this.courses = { of: place, found: properties.courses ?? [] };
    } catch {
      // The card says what the plan knows; it is asked again when it is opened again.
      if (this.asked === place) this.asked = null;
    }
  }

  private stay(stop: Stop, by: number): void {
    const minutes = Math.min(LONGEST_STAY, Math.max(STEP, minutesOf(stop.end) - minutesOf(stop.start) + by));
    const { stay } = this.state.view.question;
    changeAndAsk({ stay: { ...stay, [stop.place]: minutes } });
  }

  private taught(stop: Stop): TemplateResult | typeof nothing {
    const d = this.words(dayWords);
    const a = this.words(activityWords);
    const found = this.courses?.of === stop.place ? this.courses.found : null;
    if (!found) return nothing;
    return html`<section class="card-part">
      <h3>${d.courses}</h3>
      ${found.length
        ? html`<ul class="plain-list offers">${found.map((course) => html`<li data-testid="stop-course"><span class="result-name">${course.title}</span> <span class="quiet small">${courseInWords(course, this.language, this.w, a)}</span></li>`)}</ul>`
        : html`<p class="quiet">${d.noCourses}</p>`}
    </section>`;
  }

  override render() {
    const d = this.words(dayWords);
    const { w } = this;
    const lang = this.language;
    const stop = openedStop(this.state);
    if (!stop) return nothing;
    const fit = fitInWords(stop, lang);
    const isPinned = this.state.view.pinned.includes(stop.place);
    const fact = (name: string, value: TemplateResult | string) => html`<dt>${name}</dt><dd>${value}</dd>`;
    const task = this.state.answer?.study_route?.tasks[stop.place];
    const phone = stop.phone ? html`<a class="phone-link" href="tel:${stop.phone}">${stop.phone}</a>` : d.phoneUnknown;
    return html`<article class="stop-card" data-testid="stop-card" data-id=${stop.place}>
      <div class="card-bar">
        <h2 tabindex="-1"><span class="stop-number kind-${stop.kind}" aria-hidden="true">${stop.n}</span>${stop.name}</h2>
        <button class="icon-button" data-testid="close-stop" aria-label=${w.close} @click=${() => openStop(null)}>${sign('close')}</button>
      </div>
      <p class="quiet">${roleName(stop.kind, lang)}</p>
      ${stop.synthetic ? html`<p class="badges"><span class="badge example">${w.badgeSyntheticLong}</span></p>` : nothing} ${troublesAt(stop, lang).map((text) => html`<p class="stop-trouble">${sign('alert')}${text}</p>`)}
      ${task ? html`<section class="card-part"><h3>${this.words(libraryWords).task}</h3><p class="route-task" data-testid="stop-task">${task}</p></section>` : nothing}
      <dl class="stop-facts">
        ${fact(d.hours, hoursInWords(stop, lang))} ${fact(d.booking, bookingInWords(stop, lang))} ${fact(d.admits, admitsInWords(stop, lang))} ${fact(w.feeTitle, feeOf(stop, lang))} ${fact(d.phone, phone)}
        ${fit.length ? fact(d.fit, fit.join(w.comma)) : nothing}
      </dl>
      <div class="stay-line" role="group" aria-label=${d.stay}>
        <span>${d.stay} <output data-testid="stay">${spanInWords(minutesOf(stop.end) - minutesOf(stop.start), lang)}</output></span>
        <button class="icon-button" data-testid="stay-less" aria-label=${d.stayLess} title=${d.stayLess} @click=${() => this.stay(stop, -STEP)}>${sign('minus')}</button>
        <button class="icon-button" data-testid="stay-more" aria-label=${d.stayMore} title=${d.stayMore} @click=${() => this.stay(stop, STEP)}>${sign('plus')}</button>
      </div>
      ${stop.stay_known ? nothing : html`<p class="quiet small">${d.stayAssumed}</p>`}
      ${stopPairs(this.state, stop.place, lang)}
      <div class="button-row">
        <button class="button" aria-pressed=${isPinned} @click=${() => togglePin(stop.place)}>${sign('pin')}${isPinned ? d.pinned : d.pinShort}</button>
        <button class="button" @click=${() => leaveOut(stop.place)}>${sign('close')}${d.dropShort}</button>
        <a class="button" href=${`/#s=${encodeURIComponent(stop.place)}${lang === 'en' ? '&lang=en' : ''}`}>${d.seePlace}</a>
      </div>
      ${this.taught(stop)}
    </article>`;
  }
}
