/** Values of facts that have members, as editors hold them: what is left out is not known. */
import type { Follows, HolidayReading, MakeupWorkdays, Slot } from '../api/schema';

/** Rules of admission (入馆规则); what is left out is not known. */
export interface Admission {
  follows?: Follows;
  makeup_workdays?: MakeupWorkdays;
  holidays?: HolidayReading;
  last_admission_minutes?: number;
}

/** A venue's own notice (公告) for some days, such as `2026-11-24`; without `to` until further notice. */
export interface Notice {
  from: string;
  to?: string;
  issued_on: string;
  /** In OpenStreetMap's grammar; `off` = closed. */
  hours: string;
  text?: string;
}

export interface Audience {
  min_age?: number;
  max_age?: number;
  alone_from_age?: number;
  adult_required?: boolean;
}

export interface Booking {
  required: boolean;
  walk_in?: boolean;
  days_ahead?: number;
  lead_days?: number;
  release_time?: string;
  slots?: Slot[];
  group_min?: number;
  group_max?: number;
  group_notice_days?: number;
}
