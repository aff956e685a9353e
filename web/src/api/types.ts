/**
 * Shapes of the answers that this page reads, after the interface's own description (`npm run types` makes `schema.d.ts`
 * from it). Coordinates are `[lon, lat]` in WGS-84 degrees, distances metres.
 */
import type * as schema from './schema';

export type LonLat = [lon: number, lat: number];
/** West, south, east, north. */
export type BBox = [number, number, number, number];

/** The description knows points as arrays of numbers; here they are pairs. */
type WithPoints<T> = T extends number[] ? LonLat : T extends object ? { [K in keyof T]: WithPoints<T[K]> } : T;

export type { Admission, Bound, Entry, Fee, Note, Provenance, Region, ReportState, ReportTaken, RoleKind, Slot, Source, Wheelchair } from './schema';
export type Role = WithPoints<schema.Role>;
export type Audience = schema.Sourced_Audience['value'];
export type Booking = schema.Sourced_Booking['value'];
export type Notice = schema.Sourced_Notice['value'];
/** Why a day's hours, or an answer, are as they are. */
export type EntryReason = schema.Reason;
export type TravelMode = 'walk' | 'cycle' | 'drive';

/** An activity at one of its times. */
export interface Activity {
  id: string;
  kind: 'talk' | 'exhibition' | 'workshop' | 'class' | 'visit' | 'other';
  series: string | null;
  title: string;
  title_en: string | null;
  starts: string;
  ends: string;
  /** One comes during the opening hours, any day from beginning to end. */
  during_hours: boolean;
  repeats: string | null;
  status: schema.Status;
  audience: Audience | null;
  booking: Booking | null;
  fee: schema.Fee;
  synthetic: boolean;
}

/** An activity at one of its times, with its place. */
export interface ActivityFeature {
  properties: Activity & { place: { id: string; name: string; name_en: string | null }; distance_m?: number | null };
}

/** What is on in some time. */
export interface ActivitiesAnswer {
  features: ActivityFeature[];
  numberMatched: number;
  /** Beginning of the time asked about. */
  from: string;
  sources: Sources;
}

/** A teaching resource of a place. */
export interface Course {
  id: string;
  title: string;
  title_en: string | null;
  subject:
    | 'chinese' | 'mathematics' | 'english' | 'science' | 'history' | 'geography' | 'morality_and_law' | 'art' | 'music'
    | 'pe_and_health' | 'labour' | 'information_technology' | 'family_education' | 'comprehensive';
  grades: number[];
  minutes: number | null;
  synthetic: boolean;
}

/** What a place's own answer has of what it offers. */
interface Offers {
  activities?: Activity[] | null;
  activities_total?: number | null;
  courses?: Course[] | null;
}

export type Day = schema.Day;
export type RoleDay = schema.RoleDay;
export type RoleDays = schema.RoleDays;
export type PlaceDays = schema.PlaceDays;

export type Sources = Record<string, schema.Source>;
export type Place = WithPoints<schema.PlaceFeature> & { properties: Offers };
export type PlaceProperties = Place['properties'];
export type PlaceAnswer = WithPoints<schema.PlaceAnswer> & { properties: Offers };
export type SearchHit = WithPoints<schema.Found>;
export type SearchAnswer = WithPoints<schema.SearchAnswer>;
export type City = Omit<schema.CityAnswer, 'bbox'> & { bbox: BBox };

/** An answer of nearest (which does not count or page) or of places (which has no notes). */
export interface PlaceList {
  features: Place[];
  numberReturned: number;
  numberMatched?: number;
  next?: string | null;
  notes?: schema.Note[];
  sources: Sources;
}
