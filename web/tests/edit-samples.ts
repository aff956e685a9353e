/** Places and roles as the interface gives them, for the tests of the editors' page. */
import type * as schema from '../src/api/schema';
import type { Place, Role } from '../src/api/types';
import type { Feature } from '../src/edit/feature';
import type { Calendar } from '../src/edit/checking';

export const CALENDAR: Calendar = {
  day: '2026-07-01',
  keeps: { claim: 365, name: 1095, position: 1825, hours: 180, admission: 180, fee: 365, audience: 365, booking: 180, capacity: 730, visit_minutes: 730, wheelchair: 730, contact: 365 },
};

export const says = (source: string, checked_on: string | null = null): schema.Provenance => ({
  source,
  synthetic: source === 'synthetic',
  checked_on,
  checked_by: checked_on && '市文旅局',
});

export function aRole(patch: Partial<Role> = {}): Role {
  const nothing = { name: null, open: null, fee_source: null, hours: null, admission: null, notices: [], audience: null, booking: null, capacity: null, visit_minutes: null, wheelchair: null, contact: null };
  return { id: 'r-1', kind: 'venue', status: 'active', matched: true, synthetic: patch.claim?.synthetic ?? false, claim: says('osm'), fee: 'unknown', ...nothing, ...patch };
}

export function aPlace(id: string, name: string, roles: Role[] = [aRole()], patch: Partial<Place['properties']> = {}): Place {
  const properties = {
    name,
    name_en: null,
    aliases: [],
    address: null,
    status: 'active' as const,
    region: '321002',
    regions: [
      { code: '321000', level: 'city' as const, name: '扬州市', name_en: 'Yangzhou' },
      { code: '321002', level: 'district' as const, name: '广陵区', name_en: 'Guangling District' },
    ],
    synthetic: false,
    position: { precision: 'osm' as const, radius_m: 150, ...says('osm') },
    name_source: says('osm'),
    entrances: [],
    map_points: { wgs84: [119.4, 32.4], gcj02: [119.4, 32.4], bd09: [119.4, 32.4] },
    roles,
    ...patch,
  };
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [119.4, 32.4] }, properties } as Place;
}

/** The same place as its editors hold it. */
export function aFeature(id: string, name: string, roles: Feature['properties']['roles']): Feature {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [119.4, 32.4] },
    properties: { name, name_source: { source: 'osm' }, position: { precision: 'osm', radius_m: 150, source: 'osm' }, region: '321002', roles },
  };
}
