import fc from 'fast-check';
import { Parser, type Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { writeNames } from '../../../src/core/exchange/formats';
import type { Gazetteer, WriteOptions } from '../../../src/core/exchange/model';
import { anyGazetteer, firstLibrary, gazetteerOf, name, OPTIONS, VERBOC } from './gazetteers';

const text = (id: 'lpf' | 'lp-tsv' | 'skos', gazetteer = VERBOC, options: Partial<WriteOptions> = {}) =>
  new TextDecoder().decode(writeNames(id, gazetteer, { ...OPTIONS, ...options }).bytes);
describe('SKOS', () => {
  const SKOS = 'http://www.w3.org/2004/02/skos/core#';
  const quads = (gazetteer: Gazetteer, options = {}): Quad[] =>
    new Parser({ format: 'text/turtle' }).parse(text('skos', gazetteer, options));
  const labels = (all: readonly Quad[], property: string) =>
    all
      .filter(({ predicate }) => predicate.value === SKOS + property)
      .map(({ subject, object }) => ({
        concept: subject.value,
        lang: object.termType === 'Literal' ? object.language : '',
        text: object.value,
      }));

  it('has one preferred label a language, and no label in two roles, in any gazetteer', () => {
    const check = (gazetteer: Gazetteer) => {
      const all = quads(gazetteer);
      const [pref, alt, hidden] = ['prefLabel', 'altLabel', 'hiddenLabel'].map((property) =>
        labels(all, property),
      );
      const tags = pref!.map(({ concept, lang }) => `${concept}@${lang}`);
      expect(new Set(tags).size).toBe(tags.length); // S14
      const roles = [pref!, alt!, hidden!].flat().map((label) => JSON.stringify(label));
      expect(new Set(roles).size).toBe(roles.length); // S13
      const names = gazetteer.entities.flatMap((entity) =>
        entity.names.map(({ lang, text: label }) =>
          JSON.stringify({ concept: `urn:x-paralel:${entity.id}`, lang: lang.toLowerCase(), text: label }),
        ),
      );
      const written = roles.map((role) => role.replace(/"lang":"[^"]*"/, (tag) => tag.toLowerCase()));
      expect(new Set(written)).toEqual(new Set(names)); // every name, and nothing else
    };
    check(firstLibrary());
    const misspelt = (kind: 'variant' | 'misspelling') => name('sq', 'Verboc', { kind });
    const both = [misspelt('misspelling'), misspelt('variant'), name('sq', 'Vërboc')];
    check(gazetteerOf([{ id: 'pl-verboc', type: 'village', names: both }]));
    fc.assert(fc.property(anyGazetteer, check), { numRuns: 100 });
  });

  it('prefers the name that is cited, and hides misspellings', () => {
    const all = quads(VERBOC, { base: 'https://example.org/' });
    expect(labels(all, 'prefLabel').map(({ text: label }) => label)).toEqual([
      'Vërboc',
      'Врбовац',
      'Vrbovac',
    ]);
    expect(labels(all, 'altLabel').map(({ text: label }) => label)).toEqual(['Vrbovac', 'Vërboci']);
    expect(labels(all, 'hiddenLabel').map(({ text: label }) => label)).toEqual(['Verboc']);
    expect(labels(all, 'scopeNote')).toHaveLength(3);
    expect(new Set(all.map(({ subject }) => subject.value))).toEqual(
      new Set([
        'https://example.org/names',
        'https://example.org/source-birn',
        'https://example.org/pl-verboc',
      ]),
    );
  });

  it('counts the names whose kind the labels do not tell', () => {
    const kinds = writeNames('skos', VERBOC, OPTIONS).losses.find(({ code }) => code === 'name-kind');
    expect(kinds).toEqual({ code: 'name-kind', count: 2, examples: ['Vërboci', 'Vërboc'] });
  });
});
