/** What a thing is called in a drawing: in the chosen languages, each name once. */
import { categoryOf } from '../../shared/category';
import { type Lang, LANGS } from '../../shared/lang';
import type { EntityBrief } from '../../shared/views';

export interface ShownName {
  text: string;
  lang: Lang | undefined;
}

export type Named = Pick<EntityBrief, 'id' | 'preferred' | 'definite'>;

/** At least one: of another language where the chosen have none, the id where there is no name at all. */
export function namesOf({ id, preferred, definite }: Named, langs: readonly Lang[]): ShownName[] {
  const isEvent = categoryOf(id) === 'event';
  const named = (tags: readonly Lang[]): ShownName[] =>
    tags.flatMap((lang) => {
      // Albanian speaks of an event in the definite: Masakra e Izbicës.
      const text = (isEvent && lang === 'sq' ? definite : undefined)?.text ?? preferred[lang]?.text;
      if (text === undefined) return [];
      return [{ text: isEvent ? capitalised(text) : text, lang }];
    });
  const chosen = named(langs);
  const names = chosen.length > 0 ? chosen : named(LANGS).slice(0, 1);
  const distinct = names.filter(({ text }, at) => names.findIndex((one) => isSame(one.text, text)) === at);
  return distinct.length > 0 ? distinct : [{ text: id, lang: undefined }];
}

/** As at the beginning of a line. */
export function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

function isSame(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}

/** Between names in one label. */
export const BETWEEN = '\u00A0·';

export function nameText(named: Named, langs: readonly Lang[]): string {
  return namesOf(named, langs)
    .map(({ text }) => text)
    .join(`${BETWEEN} `);
}
