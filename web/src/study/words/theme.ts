/** What a theme is called. */
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { formWords } from '../../i18n/study/form';
import type { Theme } from '../question';

export function themeName(theme: Theme, lang: Lang): string {
  return said(formWords, lang)[theme];
}
