/** Why a place was not saved, in words: whose district or kind it is, and else what every view says. */
import { Problem } from '../../api/request';
import { isRoleKind } from '../../roles';
import { nameIn, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { placeWords } from '../../i18n/edit/place';
import { roleName } from '../../i18n/roles';
import { inDetail } from '../failure';
import { edit } from '../state';

/** The district around a region, by name. */
export function districtName(region: string, lang: Lang): string {
  const district = edit.state.city?.regions.find(({ code }) => region.startsWith(code));
  return district ? nameIn(lang, district) : region;
}

export function refusal(error: unknown, lang: Lang): string {
  const e = said(placeWords, lang);
  const value = error instanceof Problem && error.code === 'not_allowed' ? error.parts.value : null;
  if (value && isRoleKind(value)) return e.notYourKind(roleName(value, lang));
  if (value && /^\d{6,}$/.test(value)) return e.notYourDistrict(districtName(value, lang));
  return inDetail(error, lang);
}
