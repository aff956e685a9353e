/** What is on at a place, and its courses: a part of its card. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Activity, Course, Place } from '../api/types';
import { courseInWords, firstDay } from '../format/activity';
import { dayWord } from '../format/clock';
import type { Lang, Words } from '../i18n';
import { activityWords } from '../i18n/activities';
import { said } from '../i18n/edit/book';
import { activityLines, calendarLink, titleOf } from './activity-item';

/** Courses shown before the rest is opened. */
const FIRST_COURSES = 3;

/** Days of one activity that are named. */
const NAMED_DAYS = 3;

/** The times of each activity, in the order of their first. */
function byActivity(activities: readonly Activity[]): Activity[][] {
  const times = new Map<string, Activity[]>();
  for (const activity of activities) times.set(activity.id, [...(times.get(activity.id) ?? []), activity]);
  return [...times.values()];
}

/** Its next activities. `today` = the day it is in the city. */
export function placeActivities(place: Place, today: string, lang: Lang, w: Words): TemplateResult | typeof nothing {
  const a = said(activityWords, lang);
  const { activities, activities_total: total } = place.properties;
  if (!activities?.length) return nothing;
  const more = (total ?? activities.length) - activities.length;
  return html`<section class="card-part" data-testid="place-activities">
    <h3>${a.next}</h3>
    <ol class="plain-list offers">
      ${byActivity(activities).map((times) => {
        const [next] = times;
        const days = times.slice(0, NAMED_DAYS).map((time) => dayWord(firstDay(time, today), today, w));
        if (times.length > NAMED_DAYS) days.push(a.furtherTimes(times.length - NAMED_DAYS));
        return next
          ? html`<li data-testid="place-activity">
              <span class="result-name">${titleOf(next, lang)}</span>
              <span class="result-line">${days.join(w.listComma)}</span>
              ${activityLines(next, lang, w)}
            </li>`
          : nothing;
      })}
    </ol>
    ${more > 0 ? html`<p class="quiet">${a.more(more)}</p>` : nothing}
    <p>${calendarLink({ id: place.id, ...place.properties }, lang)}</p>
  </section>`;
}

/** Its courses, the first few at once. */
export function placeCourses(place: Place, lang: Lang, w: Words): TemplateResult | typeof nothing {
  const a = said(activityWords, lang);
  const courses = place.properties.courses ?? [];
  if (!courses.length) return nothing;
  const line = (course: Course) =>
    html`<li data-testid="place-course">
      <span class="result-name">${titleOf(course, lang)}</span>
      <span class="result-line quiet">${courseInWords(course, lang, w, a)}</span>
      ${course.synthetic ? html`<span class="badges"><span class="badge example" title=${w.badgeSyntheticLong}>${w.badgeSynthetic}</span></span>` : nothing}
    </li>`;
  const rest = courses.slice(FIRST_COURSES);
  return html`<section class="card-part" data-testid="place-courses">
    <h3>${a.courses}</h3>
    <ul class="plain-list offers">
      ${courses.slice(0, FIRST_COURSES).map(line)}
    </ul>
    ${rest.length
      ? html`<details>
          <summary>${a.moreCourses}</summary>
          <ul class="plain-list offers">
            ${rest.map(line)}
          </ul>
        </details>`
      : nothing}
  </section>`;
}
