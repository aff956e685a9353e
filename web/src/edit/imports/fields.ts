/** What a column of a table can be, in words. */
import type { ImportField } from '../../api/schema';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import { importWords } from '../../i18n/edit/imports';

/** Every field of a mapping, in the order in which they are offered. */
export const FIELDS: readonly ImportField[] = [
  'name',
  'key',
  'name_en',
  'aliases',
  'address',
  'district',
  'town',
  'village',
  'lon',
  'lat',
  'coordinate',
  'roles',
  'role_name',
  'hours',
  'last_admission',
  'follows',
  'makeup_workdays',
  'fee',
  'phone',
  'website',
  'capacity',
  'visit_minutes',
  'wheelchair',
  'min_age',
  'booking',
  'status',
  'note',
  'activity_title',
  'course_title',
  'place',
  'activity_kind',
  'series',
  'date',
  'starts',
  'ends',
  'repeats',
  'except',
  'ages',
  'subject',
  'grades',
  'summary',
];

export function fieldName(field: ImportField, lang: Lang): string {
  const [e, f] = [said(importWords, lang), said(factWords, lang)];
  const own: Partial<Record<ImportField, string>> = {
    key: e.key,
    district: e.district,
    town: e.town,
    village: e.village,
    lon: e.lon,
    lat: e.lat,
    coordinate: e.coordinate,
    roles: e.roles,
    last_admission: e.last_admission,
    follows: e.follows,
    makeup_workdays: e.makeup_workdays,
    min_age: e.min_age,
    note: e.note_field,
    activity_title: e.activity_title,
    course_title: e.course_title,
    place: e.place_column,
    activity_kind: e.activity_kind,
    series: e.series,
    date: e.date,
    starts: e.starts,
    ends: e.ends,
    repeats: e.repeats,
    except: e.except,
    ages: e.ages,
    subject: e.subject,
    grades: e.grades,
    summary: e.summary,
  };
  return own[field] ?? (f[field as 'name'] as string);
}
