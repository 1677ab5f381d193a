import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNames, writeNames } from '../../../src/core/exchange/formats';
import type { WriteOptions } from '../../../src/core/exchange/model';
import { anyGazetteer, firstLibrary, OPTIONS, QIREZ } from './gazetteers';
import { TBX_BASIC } from './terms-rules';
import { all, parseTree, violations } from './xml-tree';

const TBX_NAMESPACES = {
  'urn:iso:std:iso:30042:ed-2': '',
  'http://www.tbxinfo.net/ns/min': 'min',
  'http://www.tbxinfo.net/ns/basic': 'basic',
};

const write = (id: Parameters<typeof writeNames>[0], options: WriteOptions = OPTIONS, gazetteer = QIREZ) =>
  writeNames(id, gazetteer, options).bytes;

describe('TBX-Basic', () => {
  const broken = (bytes: Uint8Array) => violations(parseTree(bytes, TBX_NAMESPACES), TBX_BASIC);

  it('keeps the rules of its dialect, for the first library and for any other', () => {
    expect(broken(write('tbx', OPTIONS, firstLibrary()))).toEqual([]);
    fc.assert(
      fc.property(anyGazetteer, (gazetteer) => {
        expect(broken(write('tbx', OPTIONS, gazetteer))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('has each id once, and none that XML does not allow', () => {
    const tree = parseTree(write('tbx', OPTIONS, firstLibrary()), TBX_NAMESPACES);
    const ids = ['conceptEntry', 'refObject'].flatMap((element) =>
      all(tree, element).map(({ attributes }) => attributes.id!),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  it('says of a name what it is', () => {
    const xml = new TextDecoder().decode(write('tbx'));
    expect(xml).toContain('<tbx type="TBX-Basic" style="dct" xml:lang="en"');
    expect(xml).toMatch(/<term>Çirez<\/term>\s+<min:administrativeStatus>admittedTerm-admn-sts</);
    expect(xml).toMatch(/<term>Cirez<\/term>\s+<min:administrativeStatus>deprecatedTerm-admn-sts</);
    expect(xml).toContain('<basic:source>Mass graves map</basic:source>');
    expect(xml).toContain('<note>form: genitive-dative</note>');
    expect(xml).toContain('<note xml:lang="sr-Cyrl">within: Србица</note>');
  });

  it('is read by attributes as well as by tags', () => {
    const dca = `<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body>
      <conceptEntry id="c5"><descrip type="subjectField">village</descrip><descrip type="definition">A place.</descrip>
        <langSec xml:lang="sr"><termSec><term>Ћирез</term>
          <termNoteGrp><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termNoteGrp>
          <admin type="source">HLC</admin></termSec></langSec>
        <langSec xml:lang="en"><termSec><term>KLA</term><termNote type="termType">acronym</termNote></termSec></langSec>
      </conceptEntry></body></text></tbx>`;
    const { entities, problems } = readNames('tbx', new TextEncoder().encode(dca));
    expect(entities).toMatchObject([
      {
        id: 'c5',
        type: 'village',
        names: [
          { lang: 'sr-Cyrl', text: 'Ћирез', kind: 'preferred', sources: ['HLC'], at: { line: 3 } },
          { lang: 'en', text: 'KLA', form: 'abbreviation' },
        ],
      },
    ]);
    expect(problems.map(({ code, params }) => [code, params.element ?? params.tag])).toEqual([
      ['element-unread', 'definition'],
      ['lang-by-script', 'sr'],
      ['id-foreign', undefined],
    ]);
  });

  it.each([
    ['another document', '<html><body/></html>', 'xml-not-this'],
    ['half a document', '<martif type="TBX"><text>', 'xml-malformed'],
    ['entities', '<!DOCTYPE tbx [<!ENTITY x "y">]>\n<tbx>&x;</tbx>', 'xml-doctype'],
  ])('is not read from %s', (_, xml, code) => {
    expect(readNames('tbx', new TextEncoder().encode(xml))).toMatchObject({
      entities: [],
      problems: [{ code }],
    });
  });

  it('takes an entry whose id came before once', () => {
    const entry = (term: string) =>
      `<termEntry id="c1"><langSet xml:lang="sq"><tig><term>${term}</term></tig></langSet></termEntry>`;
    const xml = `<martif type="TBX" xml:lang="en"><text><body>${entry('Abri')}\n${entry('Buroj')}</body></text></martif>`;
    const { entities, problems } = readNames('tbx2', new TextEncoder().encode(xml));
    expect(entities.map(({ names }) => names[0]?.text)).toEqual(['Abri']);
    expect(problems).toMatchObject([
      { code: 'id-repeated', severity: 'error', at: { line: 2 }, params: { id: 'c1', first: 1 } },
      { code: 'id-foreign' },
    ]);
  });
});
