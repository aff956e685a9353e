/** Words about a file that is put in and what was found in it, wherever one is. */
import { book } from './edit/book';

const n = (value: number): string => value.toLocaleString('en-GB');

export const fileWords = book(
  {
    choose: '选一个文件',
    another: '换一个文件',
    drop: '或把文件拖到这里',
    fileNamed: (name: string, size: string) => `${name}（${size}）`,
    kilobytes: (count: number) => `${n(count)} 千字节`,
    megabytes: (count: number) => `${n(count)} 兆字节`,

    datum: '坐标系',
    datumAuto: '自动判断',
    datumWgs84: 'WGS-84（卫星定位、天地图）',
    datumGcj02: 'GCJ-02（高德、腾讯）',
    datumBd09: 'BD-09（百度）',

    error: '错误',
    warning: '警告',
    note: '提示',
    spot: (sheet: string, row: string, column: string) => [sheet, row && `第 ${row} 行`, column && `${column} 列`].filter(Boolean).join(' '),
    firstOf: (shown: number, all: number) => `先列 ${n(shown)} 条，共 ${n(all)} 条。`,
  },
  {
    choose: 'Choose a file',
    another: 'Choose another file',
    drop: 'or drop it here',
    fileNamed: (name: string, size: string) => `${name} (${size})`,
    kilobytes: (count: number) => `${n(count)} kB`,
    megabytes: (count: number) => `${n(count)} MB`,

    datum: 'Datum of the coordinates',
    datumAuto: 'Tell it from the rows',
    datumWgs84: 'WGS-84 (GPS, Tianditu)',
    datumGcj02: 'GCJ-02 (Amap, Tencent)',
    datumBd09: 'BD-09 (Baidu)',

    error: 'Error',
    warning: 'Warning',
    note: 'Note',
    spot: (sheet: string, row: string, column: string) => [sheet, row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(' '),
    firstOf: (shown: number, all: number) => `The first ${n(shown)} of ${n(all)}.`,
  },
);
