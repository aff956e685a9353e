/** What anybody may say is wrong with a place, in words. */
import type { ReportKind } from '../api/client';
import type { Words } from '../i18n';

export function reportKindInWords(kind: ReportKind, w: Words): string {
  const names: Record<ReportKind, string> = {
    closed: w.reportClosed,
    moved: w.reportMoved,
    hours: w.reportHours,
    not_free: w.reportNotFree,
    name: w.reportName,
    unsafe: w.reportUnsafe,
    other: w.reportOther,
  };
  return names[kind];
}
