import { expect, it } from 'vitest';
import { mapLinks } from '../src/links';

const POINTS = {
  wgs84: [119.4382, 32.4012] as [number, number],
  gcj02: [119.4436, 32.3993] as [number, number],
  bd09: [119.4502, 32.4051] as [number, number],
};

it('each map gets the point in the datum and order it draws in, with the name encoded', () => {
  const links = Object.fromEntries(mapLinks('个园 & 竹', POINTS).map(({ map, href }) => [map, href]));
  const name = '%E4%B8%AA%E5%9B%AD%20%26%20%E7%AB%B9';
  expect(links).toEqual({
    amap: `https://uri.amap.com/marker?position=119.443600,32.399300&name=${name}&src=yuren-map&coordinate=gaode`,
    baidu: `https://api.map.baidu.com/marker?location=32.405100,119.450200&title=${name}&content=${name}&output=html&coord_type=bd09ll&src=yuren-map`,
    tencent: `https://apis.map.qq.com/uri/v1/marker?marker=coord:32.399300,119.443600;title:${name}&referer=yuren-map`,
    apple: `https://maps.apple.com/?ll=32.399300,119.443600&q=${name}`,
    google: 'https://www.google.com/maps/search/?api=1&query=32.401200,119.438200',
  });
});

it('a name cannot add a field to the marker that Tencent parses', () => {
  const tencent = mapLinks('甲;coord:0,0', POINTS).find(({ map }) => map === 'tencent')?.href ?? '';
  expect(decodeURIComponent(tencent)).toContain('title:甲 coord 0,0');
});
