import { describe, expect, it } from 'vitest';
import { besides } from '../../../src/renderer/reading/mentions/beside';
import { candidateName, candidatesFor } from '../../../src/renderer/reading/mentions/candidates';
import { withProposals } from '../../../src/renderer/reading/mentions/proposed';
import { tightened } from '../../../src/renderer/reading/mentions/standing';
import { described } from '../../../src/renderer/components/editing/described';
import type { Segment } from '../../../src/renderer/reading/segments';
import { articleIdSchema, blockIdSchema, entityIdSchema } from '../../../src/shared/domain';

const TEXT = 'From Drenas to Glogovac and Poklek.';
const SEGMENTS: Segment[] = [
  { kind: 'text', text: 'From ', start: 0, end: 5 },
  {
    kind: 'name',
    entity: entityIdSchema.parse('pl-drenas'),
    shown: 'Drenas',
    original: 'Drenas',
    lang: 'en',
    start: 5,
    end: 11,
    first: true,
  },
  { kind: 'text', text: ' to Glogovac and Poklek.', start: 11, end: 35 },
];

describe('proposals in a text', () => {
  const shown = (spans: { start: number; end: number }[]) =>
    withProposals(SEGMENTS, spans).map((segment) => [
      segment.kind,
      segment.kind === 'name' ? segment.original : segment.text,
    ]);

  it('stand where the matcher found them, and the text is the same', () => {
    const spans = [
      { start: 28, end: 34 },
      { start: 15, end: 23 },
    ];
    expect(shown(spans)).toEqual([
      ['text', 'From '],
      ['name', 'Drenas'],
      ['text', ' to '],
      ['proposal', 'Glogovac'],
      ['text', ' and '],
      ['proposal', 'Poklek'],
      ['text', '.'],
    ]);
    const pieces = withProposals(SEGMENTS, spans);
    expect(pieces.map(({ start, end }) => TEXT.slice(start, end)).join('')).toBe(TEXT);
  });

  it('give way to names that somebody has marked, and to one another', () => {
    expect(shown([{ start: 5, end: 11 }, { start: 9, end: 14 }])).toEqual(shown([])); // prettier-ignore
    expect(shown([{ start: 15, end: 23 }, { start: 20, end: 27 }])).toEqual(shown([{ start: 15, end: 23 }])); // prettier-ignore
  });
});

describe('selected words', () => {
  it('are taken without the space around them', () => {
    const text = 'in  Drenas , then';
    expect(tightened(text, { start: 2, end: 11 })).toEqual({ start: 4, end: 10 });
    expect(tightened(text, { start: 4, end: 10 })).toEqual({ start: 4, end: 10 });
  });

  it('are no name without a letter, or longer than any', () => {
    expect(tightened('a – b', { start: 1, end: 4 })).toBeUndefined();
    expect(tightened('x'.repeat(301), { start: 0, end: 301 })).toBeUndefined();
    expect(tightened('x'.repeat(300), { start: 0, end: 300 })).toEqual({ start: 0, end: 300 });
  });
});

describe('a small box', () => {
  const view = { width: 900, height: 700 };
  const box = { width: 300, height: 200 };

  it('stands below what it is about, or above where there is no room below', () => {
    expect(besides({ left: 100, top: 100, width: 60, height: 20 }, box, view)).toEqual({
      left: 100,
      top: 128,
    });
    expect(besides({ left: 100, top: 400, width: 60, height: 20 }, box, view)).toEqual({
      left: 100,
      top: 428,
    });
    expect(besides({ left: 100, top: 600, width: 60, height: 20 }, box, view)).toEqual({
      left: 100,
      top: 392,
    });
  });

  it('never leaves the window', () => {
    const at = besides({ left: 880, top: 690, width: 60, height: 20 }, box, view);
    expect(at).toEqual({ left: 592, top: 482 });
    expect(besides({ left: -40, top: -40, width: 10, height: 10 }, box, view)).toEqual({ left: 8, top: 8 });
  });
});

describe('whom words may name', () => {
  const candidate = (id: string) => ({
    id: entityIdSchema.parse(id),
    type: 'village' as const,
    preferred: { sq: { text: 'Poklek', certainty: 'verified' as const } },
    form: null,
    lang: 'sq' as const,
    generated: false,
    confidence: 'likely' as const,
  });
  const match = (start: number, end: number, ...ids: string[]) => ({
    start,
    end,
    text: 'x',
    candidates: ids.map(candidate),
  });

  it('are those of the whole of them, homonyms apart and each once', () => {
    const found = candidatesFor('Poklek i Vjetër', [
      match(0, 6, 'pl-poklek'),
      match(0, 15, 'pl-poklek-old', 'pl-poklek-new'),
      match(0, 15, 'pl-poklek-old'),
    ]);
    expect(found.map(({ id }) => id)).toEqual(['pl-poklek-old', 'pl-poklek-new']);
  });

  it('are called as in the text’s language, or as they are called at all', () => {
    expect(candidateName(candidate('pl-poklek'), 'en')).toEqual({ text: 'Poklek', lang: 'sq' });
  });
});

describe('a change, in words', () => {
  const nameOf = (id: string) => (id === 'pl-drenas' ? 'Drenas' : id);
  const place = {
    article: articleIdSchema.parse('poklek-massacre'),
    lang: 'en' as const,
    block: blockIdSchema.parse('lead-1'),
  };

  it('says what stands in the text and what it is called', () => {
    const entity = entityIdSchema.parse('pl-drenas');
    expect(described({ kind: 'mention-corrected', entity, text: 'Glogovac', ...place }, nameOf)).toEqual({
      message: 'editing.did.corrected',
      params: { text: 'Glogovac', name: 'Drenas' },
    });
    expect(described({ kind: 'mention-rejected', entity: null, text: 'Albanian', ...place }, nameOf)).toEqual(
      {
        message: 'editing.did.rejected',
        params: { text: 'Albanian', name: '' },
      },
    );
    expect(described({ kind: 'import', file: 'names.csv', added: 2, changed: 1 }, nameOf)).toEqual({
      message: 'editing.did.imported',
      params: { file: 'names.csv', added: 2, changed: 1 },
    });
  });
});
