/** Imports as a person does them: read, planned, decided, done. */
import { expect } from 'vitest';
import { z } from 'zod';
import { entitySourceSchema } from '../../../src/core/articles/library-source';
import type { Gazetteer, Reading } from '../../../src/core/exchange/model';
import { applyImport } from '../../../src/core/exchange/plan/apply';
import { planImport } from '../../../src/core/exchange/plan/plan';
import type { Decisions } from '../../../src/core/exchange/plan/types';
import { sourceSchema } from '../../../src/shared/domain';

export const FILE = sourceSchema.parse({ id: 'names-csv', kind: 'dataset', title: 'names.csv' });

export function expectWellFormed(gazetteer: Gazetteer): void {
  z.array(entitySourceSchema).parse(gazetteer.entities);
  const sources = new Set<string>(
    z
      .array(sourceSchema)
      .parse(gazetteer.sources)
      .map(({ id }) => id),
  );
  for (const { names } of gazetteer.entities)
    for (const each of names) for (const source of each.sources) expect(sources).toContain(source);
  expect(new Set(gazetteer.entities.map(({ id }) => id)).size).toBe(gazetteer.entities.length);
  expect(sources.size).toBe(gazetteer.sources.length);
}

/** The gazetteer after everything in the file that needs no decision, and those that are given. */
export function after(existing: Gazetteer, reading: Reading, decisions: Decisions = {}) {
  return applyImport(existing, planImport(existing, reading, FILE), decisions);
}
