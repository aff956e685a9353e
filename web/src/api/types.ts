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
export type Activity = schema.Activity;
export type ActivityFeature = WithPoints<schema.ActivityFeature>;
export type ActivitiesAnswer = WithPoints<schema.ActivitiesAnswer>;
export type Course = schema.Course;
export type Day = schema.Day;
export type RoleDay = schema.RoleDay;
export type RoleDays = schema.RoleDays;
export type PlaceDays = schema.PlaceDays;

export type Sources = Record<string, schema.Source>;
export type Place = WithPoints<schema.PlaceFeature>;
export type PlaceProperties = Place['properties'];
export type PlaceAnswer = WithPoints<schema.PlaceAnswer>;
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
