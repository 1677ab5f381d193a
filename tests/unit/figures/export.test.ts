import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { figuresCsv } from '../../../src/core/figures/export';
import { figureSchema } from '../../../src/shared/views';

const figure = (own: object) =>
  figureSchema.parse({
    id: 'izbica-killed-table',
    article: 'izbica-massacre',
    what: 'people killed',
    scope: 'Izbica, 28 March 1999',
    qualifier: 'unspecified',
    low: 93,
    high: 130,
    value: '93–130',
    heldBy: 'The document’s summary table',
    source: 'Izbica massacre',
    citations: [],
    block: 'lead-1',
    fact: 'fatalities',
    partOf: null,
    ...own,
  });

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const rowsOf = (bytes: Uint8Array): Record<string, string>[] =>
  parse(textOf(bytes), { bom: true, columns: true });

describe('figures as CSV', () => {
  it('have every column that says what a number is, and who holds it', () => {
    expect(rowsOf(figuresCsv([figure({})]))).toEqual([
      {
        article: 'izbica-massacre',
        id: 'izbica-killed-table',
        what: 'people killed',
        scope: 'Izbica, 28 March 1999',
        qualifier: 'unspecified',
        low: '93',
        high: '130',
        value: '93–130',
        held_by: 'The document’s summary table',
        source: 'Izbica massacre',
        block: 'lead-1',
      },
    ]);
  });

  it('leave empty what a source does not have, write 0 where it has 0, and say which fact states it', () => {
    const rows = rowsOf(
      figuresCsv([
        figure({ qualifier: 'at-least', high: null }),
        figure({ low: 0, high: 0 }),
        figure({ low: null, high: null, value: 'several hundred', block: null }),
        figure({ block: null, fact: null }),
      ]),
    );
    expect(rows.map(({ low, high, value, block }) => [low, high, value, block])).toEqual([
      ['93', '', '93–130', 'lead-1'],
      ['0', '0', '93–130', 'lead-1'],
      ['', '', 'several hundred', 'fact-fatalities'],
      ['93', '130', '93–130', ''],
    ]);
  });

  it('begin with a mark and end lines with CRLF, as spreadsheets expect', () => {
    const bytes = figuresCsv([figure({ what: 'убијени' })]);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(textOf(bytes).split('\r\n')).toHaveLength(3);
    expect(textOf(bytes).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it('are never formulas, whatever a source is called', () => {
    const [row] = rowsOf(
      figuresCsv([figure({ what: '=1+1', heldBy: '@SUM(A1)', source: '+383, “the office”', scope: '-2' })]),
    );
    expect([row?.what, row?.held_by, row?.source]).toEqual(["'=1+1", "'@SUM(A1)", "'+383, “the office”"]);
    // A number with a sign is no formula.
    expect(row?.scope).toBe('-2');
  });

  it('are a header where there are none, and no sum', () => {
    expect(rowsOf(figuresCsv([]))).toEqual([]);
    expect(textOf(figuresCsv([]))).toMatch(/^\uFEFFarticle,id,what,/u);
    expect(rowsOf(figuresCsv([figure({}), figure({})]))).toHaveLength(2);
  });
});
