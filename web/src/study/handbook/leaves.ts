/** All pages of a handbook, in order. */
import { coverLeaf } from './cover';
import { venuesOf, type Handbook } from './content';
import type { Leaf } from './leaf';
import { noticeLeaf } from './notice';
import { rollLeaves } from './roll';
import { safetyLeaf } from './safety';
import { mapLeaf, timetableLeaves } from './timetable';
import { venueLeaf } from './venue';

export function leavesOf(handbook: Handbook): Leaf[] {
  const lanes = handbook.plan.groups.map((_, lane) => lane);
  return [
    coverLeaf(handbook),
    ...lanes.flatMap((lane) => [...timetableLeaves(handbook, lane), ...mapLeaf(handbook, lane)]),
    ...venuesOf(handbook.plan).map((venue) => venueLeaf(handbook, venue)),
    safetyLeaf(handbook),
    noticeLeaf(handbook),
    ...lanes.flatMap((lane) => rollLeaves(handbook, lane)),
  ];
}
