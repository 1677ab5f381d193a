/** What handouts are held to beyond PDF/UA-1. */
import { asDict, numberAt } from '../objects';
import { type Rule, rule } from './rule';

export const ownRules: readonly Rule[] = [
  rule('own-type3', 'A font is of nameless shapes (Type 3).', ({ fonts }) =>
    [...fonts.values()]
      .filter(({ subtype }) => subtype === 'Type3')
      .map(({ name }) => name || 'a nameless font'),
  ),
  rule(
    'own-marks',
    'Marked content is begun and not ended, or ended and not begun.',
    ({ content }) => new Set(content.unbalanced),
  ),
  // ISO 32000-1, 14.7.4.4: whoever reads the tree from above and from below finds the same.
  rule(
    'own-parents',
    'Marked content and its element do not know each other.',
    ({ structure, elements, pages }) =>
      elements.flatMap((element) =>
        element.kids.flatMap((kid) => {
          if (!('mcid' in kid) || kid.stream) return [];
          const page = pages.find(({ dict }) => dict === asDict(kid.page && dict.context.lookup(kid.page)));
          const parents = structure?.parents.get(numberAt(page?.dict, 'StructParents') ?? -1);
          return Array.isArray(parents) && parents[kid.mcid] === element
            ? []
            : [`${element.label}, marked content ${kid.mcid}`];
        }),
      ),
  ),
];
