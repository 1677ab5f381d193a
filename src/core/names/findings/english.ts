/** English takes Albanian names of places feminine in the definite and masculine in the indefinite: Izbica, Prekaz.
 *  https://en.wikipedia.org/wiki/Albanian_exonyms */
import { categoryOf } from '../../../shared/category';
import { isCitationForm } from '../brief';
import { paradigmsOf } from '../generate/paradigms';
import type { Remark } from './edition';
import { spellingOf } from './keys';
import type { KnownEntity } from './known';

/** Only of names of one word: with an adjective (Çikatovë e Vjetër) English keeps what maps and lists have. And only
 *  where the form can be nothing but Albanian. */
export function againstUsage({ id, names }: KnownEntity, text: string): Remark | undefined {
  if (categoryOf(id) !== 'place' || /\s/u.test(text)) return undefined;
  const spelling = spellingOf(text);
  const isSerbian = names.some(
    (name) => name.lang.startsWith('sr') && isCitationForm(name.form) && name.spelling === spelling,
  );
  if (isSerbian) return undefined;
  for (const { forms } of paradigmsOf(names.filter(({ lang }) => lang === 'sq'))) {
    const indefinite = forms.find(({ form }) => form === 'indefinite')?.text;
    const definite = forms.find(({ form }) => form === 'definite')?.text;
    if (indefinite === undefined || definite === undefined) continue;
    const isWritten = (form: string): boolean => spellingOf(form) === spelling;
    if (definite.endsWith('a')) {
      if (isWritten(indefinite) && !isWritten(definite)) return { code: 'not-definite', instead: [definite] };
    } else if (isWritten(definite) && !isWritten(indefinite)) {
      return { code: 'not-indefinite', instead: [indefinite] };
    }
  }
  return undefined;
}
