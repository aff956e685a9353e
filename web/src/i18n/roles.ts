/** What each role kind is called: in full, and short enough for a chip. */
import type { Lang } from './index';
import type { RoleKind } from '../roles';

const NAMES: Record<RoleKind, Record<Lang, [full: string, short: string]>> = {
  venue: { zh: ['免费开放社会场馆', '免费场馆'], en: ['Free public venue', 'Free venues'] },
  parent_school: { zh: ['家门口的家长学校', '家长学校'], en: ['Neighbourhood parent school', 'Parent schools'] },
  waiting_station: { zh: ['候学驿站', '候学驿站'], en: ['After-school waiting station', 'Waiting stations'] },
  school: { zh: ['“智慧学堂”中小学校', '中小学校'], en: ['Smart-classroom school', 'Schools'] },
  lead_parent_school: { zh: ['家长学校引领校', '引领校'], en: ['Lead parent school', 'Lead schools'] },
  heritage: { zh: ['运河思政研学资源', '研学资源'], en: ['Canal heritage site', 'Heritage'] },
  demo_community: { zh: ['“三全”示范社区', '示范社区'], en: ['Demonstration community', 'Demo communities'] },
  demo_station: { zh: ['示范站点', '示范站点'], en: ['Demonstration station', 'Demo stations'] },
  counselling: { zh: ['“扬老师”润心工作站', '润心站'], en: ['Counselling station', 'Counselling'] },
  practice_centre: { zh: ['校家社协同育人实践中心', '实践中心'], en: ['Practice centre', 'Practice centre'] },
};

/** The name of a kind in full. */
export function roleName(kind: RoleKind, lang: Lang): string {
  return NAMES[kind]?.[lang][0] ?? kind;
}

/** The name of a kind on a chip. */
export function roleShortName(kind: RoleKind, lang: Lang): string {
  return NAMES[kind]?.[lang][1] ?? kind;
}
