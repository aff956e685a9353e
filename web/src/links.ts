/**
 * Links that open a point in other maps, each in the datum that map draws in. Nothing is sent until a link is followed.
 *
 * - 高德: GCJ-02, `lon,lat` (URI API, `coordinate=gaode`).
 * - 百度: BD-09, `lat,lon` (URI API, `coord_type=bd09ll`).
 * - 腾讯: GCJ-02, `lat,lon` (URI API).
 * - Apple: its map of mainland China is 高德's, in GCJ-02, and `ll` is taken as drawn.
 * - Google: Maps URLs are documented in WGS-84, and its imagery is; its road layer in mainland China is drawn in GCJ-02
 *   and so lies some 500 m beside the pin, as it does for any pin there.
 */
import type { PlaceProperties } from './api/types';

export type OtherMap = 'amap' | 'baidu' | 'tencent' | 'apple' | 'google';

function text(value: number): string {
  return value.toFixed(6);
}

/** The address of this point in each map, in the order in which they are offered. */
export function mapLinks(name: string, points: PlaceProperties['map_points']): { map: OtherMap; href: string }[] {
  const title = encodeURIComponent(name);
  const [gcjLon, gcjLat] = points.gcj02.map(text);
  const [bdLon, bdLat] = points.bd09.map(text);
  const [lon, lat] = points.wgs84.map(text);
  // Tencent parses its `marker` itself, by ; and : within the decoded value.
  const tencentTitle = encodeURIComponent(name.replace(/[;:|]/g, ' '));
  return [
    { map: 'amap', href: `https://uri.amap.com/marker?position=${gcjLon},${gcjLat}&name=${title}&src=yuren-map&coordinate=gaode` },
    {
      map: 'baidu',
      href: `https://api.map.baidu.com/marker?location=${bdLat},${bdLon}&title=${title}&content=${title}&output=html&coord_type=bd09ll&src=yuren-map`,
    },
    {
      map: 'tencent',
      href: `https://apis.map.qq.com/uri/v1/marker?marker=coord:${gcjLat},${gcjLon};title:${tencentTitle}&referer=yuren-map`,
    },
    { map: 'apple', href: `https://maps.apple.com/?ll=${gcjLat},${gcjLon}&q=${title}` },
    { map: 'google', href: `https://www.google.com/maps/search/?api=1&query=${lat},${lon}` },
  ];
}
