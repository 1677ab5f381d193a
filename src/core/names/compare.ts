/** What two or three editions call the same things, side by side. */
import type { Comparison, EntityBrief } from '../../shared/contract';
import type { EntityId } from '../../shared/domain';

export interface ComparedSide {
  /** In the order of the text. */
  mentions: readonly { entity: EntityId; text: string; block: string }[];
}

type Row = Comparison['rows'][number];

/** Those that all sides share first, then by the number of sides, then as first mentioned on the first side that
 *  has them. */
export function compareNames(
  sides: readonly ComparedSide[],
  briefOf: (id: EntityId) => EntityBrief | undefined,
): Row[] {
  const bySide = sides.map(({ mentions }) => Map.groupBy(mentions, ({ entity }) => entity));
  const entities = new Set(bySide.flatMap((own) => [...own.keys()]));
  const rows = [...entities].flatMap((id): Row[] => {
    const brief = briefOf(id);
    return brief ? [{ ...brief, forms: bySide.map((own) => formsAmong(own.get(id) ?? [])) }] : [];
  });
  return rows.toSorted((a, b) => sidesOf(b) - sidesOf(a));
}

const sidesOf = ({ forms }: Row): number => forms.filter(({ length }) => length > 0).length;

/** The most frequent first. A capital that a sentence begins with makes no other form. */
function formsAmong(mentions: ComparedSide['mentions']): Row['forms'][number] {
  const groups = Map.groupBy(mentions, ({ text }) => uncapitalised(text));
  return [...groups]
    .map(([small, own]) => {
      const [first] = own;
      const text = own.some((one) => one.text === small) ? small : (first?.text ?? small);
      return { text, count: own.length, block: first?.block ?? '' };
    })
    .toSorted((a, b) => b.count - a.count);
}

function uncapitalised(text: string): string {
  const [first = ''] = text;
  return first.toLowerCase() + text.slice(first.length);
}
