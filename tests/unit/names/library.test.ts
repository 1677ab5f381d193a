import { describe, expect, it } from 'vitest';
import { isCitationForm } from '../../../src/core/names/brief';
import { generateForms } from '../../../src/core/names/generate/generate';
import { withLatinTwins } from '../../../src/core/names/latin';
import { compileMatcher, type Hit, type NamedForm } from '../../../src/core/names/match/matcher';
import type { Mention } from '../../../src/shared/domain';
import { entities, listed, passages } from './prose';

/** Titles are not linked: an article’s is its own. */
const linked = passages.filter(({ where }) => !where.endsWith(' title'));
const mentions = linked.flatMap((passage) => passage.mentions);

type Names = (typeof entities)[number]['names'];
const forms = (choose: (names: Names) => Names): NamedForm[] =>
  entities.flatMap(({ id, names }) => withLatinTwins(choose(names)).map((name) => ({ ...name, entity: id })));
const generated = (choose: (names: Names) => Names): NamedForm[] =>
  entities.flatMap(({ id, type, names }) =>
    generateForms(type, choose(names)).map((name) => ({ ...name, entity: id, generated: true })),
  );
const all = (names: Names) => names;
const citations = (names: Names) =>
  names.filter(({ form }) => isCitationForm(form) || form === 'abbreviation');

const isOf = (hit: Hit, { start, end, entity }: Mention) =>
  hit.start === start &&
  (hit.ending?.end ?? hit.end) === end &&
  hit.candidates.some((one) => one.entity === entity);

function compare(names: NamedForm[]) {
  const { find } = compileMatcher(names);
  const compared = linked.map((passage) => ({ ...passage, hits: find(passage.text) }));
  return {
    found: compared.flatMap((one) =>
      one.mentions.filter((mention) => one.hits.some((hit) => isOf(hit, mention))),
    ),
    missed: compared.flatMap((one) =>
      one.mentions
        .filter((mention) => !one.hits.some((hit) => isOf(hit, mention)))
        .map((mention) => ({
          ...mention,
          inside: one.hits.some((hit) => hit.start < mention.end && hit.end > mention.start),
        })),
    ),
    extra: compared.flatMap((one) =>
      one.hits.filter((hit) => !one.mentions.some((mention) => isOf(hit, mention))),
    ),
  };
}

describe('in the first library, the matcher', () => {
  const { found, missed, extra } = compare([...listed, ...generated(all)]);

  it('finds what people linked, but for what is part of a longer name', () => {
    expect(found.length / mentions.length).toBeGreaterThan(0.99);
    expect(missed.filter(({ inside }) => !inside)).toEqual([]);
  });

  it('finds little else', () => {
    expect(found.length / (found.length + extra.length)).toBeGreaterThan(0.97);
  });

  it('needs no generated form where one is listed', () => {
    expect(extra.filter(({ candidates }) => candidates.every((one) => one.generated))).toEqual([]);
  });
});

describe('without the inflected forms that people listed', () => {
  it('generated ones find most of what would be missed', () => {
    const recall = (names: NamedForm[]) => compare(names).found.length / mentions.length;
    const [without, made] = [
      recall(forms(citations)),
      recall([...forms(citations), ...generated(citations)]),
    ];
    expect(without).toBeLessThan(0.8);
    expect(made).toBeGreaterThan(0.92);
  });
});
