/** Checking facts (核对): the city's day, the office that checks, and how long what was checked keeps. */
import type * as schema from '../api/schema';
import { today as todayHere } from '../format/ago';
import { timeIn } from '../format/clock';
import { remember } from '../state/memory';
import type { Provenance } from './feature';
import { edit } from './state';

/** The source of what an editor found out. */
export const EDITORS = 'editors';

/** A fact that ages. */
export type AgingFact = keyof schema.KeepsForDays;

/** The city's day, and for how many days each fact keeps. */
export interface Calendar {
  day: string;
  keeps: schema.KeepsForDays;
}

/** A column of the ledger: every role is exactly one of these. */
export const STANDINGS = ['verified', 'stale', 'unchecked', 'synthetic'] as const;
export type Standing = (typeof STANDINGS)[number];

let cityDay: string | null = null;

/** Takes the city's day and periods from its ledger. */
export function calendarOf(ledger: schema.LedgerAnswer): Calendar {
  cityDay = ledger.day;
  return { day: ledger.day, keeps: ledger.keeps_for_days };
}

/** Today where the city is: by its ledger, by this computer's clock as long as none was read. */
export function today(): string {
  if (cityDay) return cityDay;
  const zone = edit.state.city?.time_zone;
  return zone ? timeIn(zone, new Date()).slice(0, 10) : todayHere();
}

/** The office that checks; empty = not said yet. */
export function office(): string {
  return edit.state.office;
}

/** Remembers the office in this browser. */
export function setOffice(name: string): void {
  edit.set({ office: name.trim() });
  remember({ office: name.trim() });
}

/** Who says what was checked today; `source` where it is not the editors' own. */
export function editorsProvenance(source = EDITORS): Provenance {
  return { source, checked_on: today(), ...(office() ? { checked_by: office() } : {}) };
}

/** A name that begins so says of itself that it is made up; the server holds every place to it. */
export const EXAMPLE = '示例';

/** Whether what this source says is an example. */
export function isSynthetic(source: string): boolean {
  return edit.state.city?.sources[source]?.synthetic ?? false;
}

/** Whether what was checked on that day has to be checked again. */
export function isOverdue(fact: AgingFact, checkedOn: string | null | undefined, { day, keeps }: Calendar): boolean {
  if (!checkedOn) return false;
  const last = new Date(`${checkedOn}T00:00Z`);
  last.setUTCDate(last.getUTCDate() + keeps[fact]);
  return last.toISOString().slice(0, 10) < day;
}

/** The facts that are known of a role and age, each with who says so; its claim first. */
export function agingFacts(role: schema.Role): [AgingFact, schema.Provenance][] {
  const { claim, hours, admission, fee_source, audience, booking, capacity, visit_minutes, wheelchair, contact } = role;
  const known: [AgingFact, schema.Provenance | null | undefined][] = [
    ['claim', claim],
    ['hours', hours?.source],
    ['admission', admission?.source],
    ['fee', fee_source],
    ['audience', audience?.source],
    ['booking', booking?.source],
    ['capacity', capacity?.source],
    ['visit_minutes', visit_minutes?.source],
    ['wheelchair', wheelchair?.source],
    ['contact', contact?.source],
  ];
  return known.filter((pair): pair is [AgingFact, schema.Provenance] => pair[1] != null);
}

/** The facts of a role that were checked too long ago. */
export function overdueFacts(role: schema.Role, calendar: Calendar): AgingFact[] {
  return agingFacts(role).flatMap(([fact, { checked_on }]) => (isOverdue(fact, checked_on, calendar) ? [fact] : []));
}

/** How far a role can be relied on, as the ledger counts it. */
export function standingOf(role: schema.Role, calendar: Calendar): Standing {
  if (role.claim.synthetic) return 'synthetic';
  if (!role.claim.checked_on) return 'unchecked';
  return overdueFacts(role, calendar).length ? 'stale' : 'verified';
}
