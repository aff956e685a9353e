/**
 * What the server is asked for a day of field study, and says, after the interface's own description. Times are `HH:MM` of the city (in a
 * sequence by hand hours may go past 24), distances metres, points WGS-84 degrees.
 */
import type * as schema from '../api/schema';

export type StudyBody = schema.FieldStudyQuestion;
/** What times are made from. */
export type TravelKind = schema.TravelKind;
export type AlternativeKind = schema.FieldStudyAlternativeKind;
export const ALTERNATIVES: readonly AlternativeKind[] = ['rain', 'no_coach', 'split'];

/** What is called by a name. */
export interface Named {
  name: string;
  name_en?: string | null;
}
/** What places are called, by id. */
export type Names = Readonly<Record<string, Named>>;

export type Leg = schema.FieldStudyLeg;
/** Its `n` is its number on the map, in the timeline and on paper. */
export type Stop = schema.FieldStudyStop;
export type StudyGroup = schema.FieldStudyGroup;
export type StudyPlan = schema.FieldStudyPlan;
export type Assumed = schema.FieldStudyAssumed;
export type Change = schema.FieldStudyChange;

/** Minutes, metres, people, times and ids of places, by their names; the description knows them only as things. */
export type Numbers = Record<string, unknown>;
type Told<T> = Omit<T, 'numbers'> & { numbers: Numbers };

export type Fault = Told<schema.FieldStudyFault>;
export type LeftOut = Told<schema.FieldStudyLeftOut>;
export type Alternative = Omit<schema.FieldStudyAlternative, 'left_out'> & { left_out: LeftOut[] };
export type FieldStudyDay = Omit<schema.FieldStudyDay, 'faults' | 'left_out' | 'alternatives'> & { faults: Fault[]; left_out: LeftOut[]; alternatives: Alternative[]; };

/** A line of an answer that comes as it is found; now and then one that says only that the search goes on. */
export type StudyLine = { better: StudyPlan } | { searching: Record<string, never> } | { done: FieldStudyDay } | { failed: { problem: { status?: number; code?: string; detail?: string } } };
