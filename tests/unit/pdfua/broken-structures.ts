/** Ways to break the marks, the structure tree and its tables. */
import { amid, type Broken, heading, reversed, shows, spans, text, type, within, without } from './changes';

const marks: Broken[] = [
  {
    rule: '7.1-1',
    how: 'with an artifact in a heading',
    change: heading((line) => line.replace('/Span <<', '/Artifact <<')),
  },
  {
    rule: '7.1-2',
    how: 'with a heading in an artifact',
    change: heading((line) => `/Artifact BMC ${line} EMC`),
  },
  { rule: '7.1-3', how: 'with loose text', change: shows('BT /F1 9 Tf <0001> Tj ET') },
  { rule: '7.1-3', how: 'with a loose line', change: shows('0 0 m 9 9 l S') },
  { rule: '7.1-3', how: 'with a loose picture', change: shows('BI /W 1 /H 1 /BPC 8 /CS /G ID EI EI') },
  { rule: '7.1-3', how: 'with a loose shading', change: shows('/Sh sh') },
  { rule: '7.1-3', how: 'with loose lines in a form', change: shows('/Fm Do') },
  {
    rule: '7.1-3',
    how: 'with a mark that no element knows',
    change: shows('/P <</MCID 99>> BDC 0 0 9 9 re f EMC'),
  },
  { rule: '7.1-5', how: 'with a type of its own', change: type('strong', 'Emphasis') },
  {
    rule: '7.1-6',
    how: 'with a circle of roles',
    change: (sample) => sample.set('root', { RoleMap: { Strong: 'Bold', Bold: 'Strong' } }),
    also: ['7.1-5'],
  },
  {
    rule: '7.1-7',
    how: 'with paragraphs that are quotes',
    change: (sample) => sample.set('root', { RoleMap: { Strong: 'Span', P: 'BlockQuote' } }),
  },
  { rule: '7.1-12', how: 'with an orphan', change: without('strong', 'P') },
  {
    rule: '7.20-1',
    how: 'with a page of another file',
    change: (sample) => sample.set('xobject', { Other: sample.stream('', { Subtype: 'Form', Ref: {} }) }),
  },
  {
    rule: '7.20-2',
    how: 'that paints tagged content twice',
    change: (sample) => {
      sample.set('xobject', {
        Tagged: sample.stream('/P <</MCID 0>> BDC 0 0 9 9 re f EMC', { Subtype: 'Form', StructParents: 0 }),
      });
      sample.content.push('/Tagged Do /Tagged Do');
    },
  },
];

const nests: Broken[] = [
  { rule: '7.2-3', how: 'with a paragraph in a table', change: within('table', 'P') },
  { rule: '7.2-4', how: 'with a row beside a table', change: within('document', 'TR') },
  { rule: '7.2-5', how: 'with table heads beside a table', change: within('document', 'THead') },
  { rule: '7.2-6', how: 'with a table body beside a table', change: within('document', 'TBody') },
  { rule: '7.2-7', how: 'with a table foot beside a table', change: within('document', 'TFoot') },
  { rule: '7.2-8', how: 'with a head beside a row', change: within('document', 'TH') },
  { rule: '7.2-9', how: 'with a cell beside a row', change: within('document', 'TD') },
  { rule: '7.2-10', how: 'with a paragraph in a row', change: within('row', 'P') },
  { rule: '7.2-11', how: 'with two heads of a table', change: within('table', 'THead') },
  { rule: '7.2-12', how: 'with two feet of a table', change: within('table', 'TFoot') },
  {
    rule: '7.2-13',
    how: 'with a foot and no body',
    change: (sample) => {
      sample.element('other', 'document', 'Table');
      sample.element('otherFoot', 'other', 'TFoot');
    },
  },
  {
    rule: '7.2-14',
    how: 'with a head and no body',
    change: (sample) => {
      sample.element('other', 'document', 'Table');
      sample.element('otherHead', 'other', 'THead');
    },
  },
  { rule: '7.2-16', how: 'with a caption amid a table', change: amid('table') },
  { rule: '7.2-17', how: 'with an item beside a list', change: within('document', 'LI') },
  { rule: '7.2-18', how: 'with the body of an item beside it', change: within('document', 'LBody') },
  { rule: '7.2-19', how: 'with a paragraph in a list', change: within('list', 'P') },
  { rule: '7.2-20', how: 'with a paragraph in an item', change: within('li', 'P') },
  { rule: '7.2-26', how: 'with an entry beside the contents', change: within('document', 'TOCI') },
  { rule: '7.2-27', how: 'with a paragraph in the contents', change: within('toc', 'P') },
  { rule: '7.2-28', how: 'with the caption after the contents', change: reversed('toc') },
  { rule: '7.2-36', how: 'with a paragraph in the head of a table', change: within('thead', 'P') },
  { rule: '7.2-37', how: 'with a paragraph in the body of a table', change: within('tbody', 'P') },
  { rule: '7.2-38', how: 'with a paragraph in the foot of a table', change: within('tfoot', 'P') },
  { rule: '7.2-39', how: 'with two captions of a table', change: within('table', 'Caption') },
  { rule: '7.2-40', how: 'with the caption after a list', change: reversed('list') },
];

const tables: Broken[] = [
  {
    rule: '7.2-15',
    how: 'with cells that cross',
    change: spans('namedCell', { RowSpan: 2 }),
  },
  {
    rule: '7.2-41',
    how: 'with a cell that reaches out below',
    change: spans('footCell', { ColSpan: 3, RowSpan: 2 }),
  },
  { rule: '7.2-42', how: 'with a row too long', change: spans('footCell', { ColSpan: 4 }) },
  { rule: '7.2-43', how: 'with a row too short', change: spans('footCell', { ColSpan: 2 }) },
  {
    rule: '7.5-1',
    how: 'whose heads have their scope in a layout',
    change: (sample) =>
      ['columnHead', 'rowHead'].forEach((name) => sample.set(name, { A: { O: 'Layout', Scope: 'Row' } })),
    also: ['7.2-43'],
  },
  {
    rule: '7.5-1',
    how: 'whose heads have no scope',
    change: (sample) => ['columnHead', 'rowHead'].forEach((name) => sample.set(name, { A: { O: 'Table' } })),
    also: ['7.2-43'],
  },
  {
    rule: '7.5-2',
    how: 'with a cell that names no head',
    change: (sample) => sample.set('namedCell', { A: { O: 'Table', Headers: [text('gone')] } }),
  },
];

const contents: Broken[] = [
  { rule: '7.3-1', how: 'with a silent figure', change: without('figure', 'Alt') },
  {
    rule: '7.3-1',
    how: 'with an empty description of a figure',
    change: (sample) => sample.set('figure', { Alt: text('') }),
  },
  { rule: '7.4.2-1', how: 'with an H3 after an H1', change: type('h2', 'H3') },
  { rule: '7.4.2-1', how: 'that begins with an H2', change: type('h1', 'H2') },
  { rule: '7.7-1', how: 'with a silent formula', change: without('formula', 'ActualText') },
  { rule: '7.9-1', how: 'with a note without an ID', change: without('note', 'ID') },
  {
    rule: '7.9-2',
    how: 'with two notes of one ID',
    change: (sample) => sample.set('note', { ID: text('n2') }),
  },
  {
    rule: '7.4.4-1',
    how: 'with two headings side by side',
    change: (sample) => ['h1', 'h2'].forEach((name) => sample.set(name, { S: 'H' })),
  },
  { rule: '7.4.4-2', how: 'with headings of both kinds', change: type('h2', 'H'), also: ['7.4.4-3'] },
  {
    rule: '7.4.4-3',
    how: 'with a numbered heading among others',
    change: type('h1', 'H'),
    also: ['7.4.2-1', '7.4.4-2'],
  },
];

export const BROKEN_STRUCTURES = [...marks, ...nests, ...tables, ...contents];
