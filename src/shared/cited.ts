/** How a list or a title cites an entity. Free of zod: the window loads it. */
import { categoryOf } from './category';
import type { EntityBrief } from './contract';
import type { Lang } from './lang';

/** Albanian cites events and organisations in the definite ("Masakra e Izbicës"), places and persons in the
 *  indefinite ("Izbicë"). Undefined where the gazetteer has no name in the language. */
export function citedAs({ id, preferred, definite }: EntityBrief, lang: Lang): string | undefined {
  const isDefinite = lang === 'sq' && !['place', 'person'].includes(categoryOf(id));
  return (isDefinite ? definite?.text : undefined) ?? preferred[lang]?.text;
}
