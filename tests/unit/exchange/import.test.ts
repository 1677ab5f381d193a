import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FormatId, readNames, READABLE, writeNames } from '../../../src/core/exchange/formats';
import type { Gazetteer } from '../../../src/core/exchange/model';
import { applyImport } from '../../../src/core/exchange/plan/apply';
import { planImport } from '../../../src/core/exchange/plan/plan';
import type { Decisions } from '../../../src/core/exchange/plan/types';
import { anyGazetteer, firstLibrary, OPTIONS } from './gazetteers';
import { after, FILE, expectWellFormed } from './importing';

const PAIR = { source: 'sr-Cyrl', target: 'sq' } as const;

describe.each(READABLE)('importing our own %s', (id: FormatId) => {
  const reading = (gazetteer: Gazetteer) =>
    readNames(id, writeNames(id, gazetteer, { ...OPTIONS, pair: PAIR }).bytes, { pair: PAIR });

  it('changes nothing in the first library', () => {
    const library = firstLibrary();
    const { items, sources } = planImport(library, reading(library), FILE);
    expect(items.filter(({ status }) => status !== 'unchanged')).toEqual([]);
    expect(sources).toEqual([]);
    expect(after(library, reading(library))).toEqual({ ...library, added: [], changed: [], undecided: [] });
  });

  it('changes nothing in any gazetteer', () => {
    fc.assert(
      fc.property(anyGazetteer, (gazetteer) => {
        const { items } = planImport(gazetteer, reading(gazetteer), FILE);
        expect(items.filter(({ status }) => status !== 'unchanged')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('importing into an empty library', () => {
  it('adds what the file has, whole', () => {
    const library = firstLibrary();
    const reading = readNames('xlsx', writeNames('xlsx', library, OPTIONS).bytes);
    const { entities, sources, added, undecided } = after({ entities: [], sources: [] }, reading);
    expect(undecided).toEqual([]);
    expect(added).toEqual(library.entities.map(({ id }) => id));
    expect(entities).toEqual(library.entities);
    const cited = new Set(library.entities.flatMap(({ names }) => names.flatMap((each) => each.sources)));
    expect(sources.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      library.sources.filter(({ id }) => cited.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });
});

/** A gazetteer, and another that has its entities with other names, its names with other entities, and more. */
const related = fc.tuple(anyGazetteer, anyGazetteer).map(([existing, more]): [Gazetteer, Gazetteer] => {
  const mixed = existing.entities.map((entity, at) => {
    const [first, ...rest] = entity.names;
    const others = more.entities[at]?.names ?? [];
    return { ...entity, names: [{ ...first!, kind: 'historical' as const }, ...rest.slice(1), ...others] };
  });
  const moved = more.entities.map((entity, at) => ({
    ...entity,
    names: [...entity.names, ...(existing.entities[at + 1]?.names ?? [])],
  }));
  const ids = new Set(mixed.map(({ id }) => id));
  const sources = new Map([...more.sources, ...existing.sources].map((source) => [source.id, source]));
  const entities = [...mixed, ...moved.filter(({ id }) => !ids.has(id))];
  return [existing, { entities, sources: [...sources.values()] }];
});

describe('any import', () => {
  it('is the same every time, leaves a whole gazetteer, and changes nothing the second time', () => {
    fc.assert(
      fc.property(related, fc.boolean(), ([existing, other], asNew) => {
        const reading = readNames('xlsx', writeNames('xlsx', other, OPTIONS).bytes);
        const first = planImport(existing, reading, FILE);
        expect(planImport(existing, reading, FILE)).toEqual(first);
        // Two entities of the file are not decided to be one of ours: they may contradict each other.
        const meant = new Set(first.items.map(({ entity }) => entity));
        const decisions: Decisions = Object.fromEntries(
          first.items.map(({ key, conflicts }) => {
            const asked = conflicts.find(({ code }) => code === 'same-as');
            const same =
              asked?.code === 'same-as' ? asked.candidates.find(({ id }) => !meant.has(id))?.id : undefined;
            if (!asNew) meant.add(same);
            return [key, { as: (asNew ? undefined : same) ?? ('new' as const), keepHomonyms: true }];
          }),
        );
        const applied = applyImport(existing, first, decisions);
        expect(applied.undecided).toEqual([]);
        expectWellFormed(applied);
        const again = planImport(applied, reading, FILE);
        expect(applyImport(applied, again, {}).entities).toEqual(applied.entities);
        expect(again.items.flatMap(({ status, changes }) => (status === 'changed' ? changes : []))).toEqual(
          [],
        );
      }),
      { numRuns: 200 },
    );
  });

  it('never takes anything away', () => {
    fc.assert(
      fc.property(related, ([existing, other]) => {
        const reading = readNames('xlsx', writeNames('xlsx', other, OPTIONS).bytes);
        const { entities } = after(existing, reading);
        for (const before of existing.entities) {
          const now = entities.find(({ id }) => id === before.id);
          expect(now?.names.map(({ text }) => text)).toEqual(
            expect.arrayContaining(before.names.map(({ text }) => text)),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});
