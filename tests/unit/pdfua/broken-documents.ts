/** Ways to break what a document says of itself and of its languages. */
import { type Broken, heading, locked, nameless, otherPrefix, says, text, without } from './changes';
import { METADATA } from './sample';

const metadata: Broken[] = [
  { rule: '5-1', how: 'without a part of PDF/UA', change: says('<pdfuaid:part>1</pdfuaid:part>', '') },
  { rule: '5-2', how: 'as part 2', change: says('>1<', '>2<') },
  { rule: '5-3', how: 'with the part under another prefix', change: otherPrefix('part') },
  { rule: '5-4', how: 'with an amendment under another prefix', change: otherPrefix('amd') },
  { rule: '5-5', how: 'with a correction under another prefix', change: otherPrefix('corr') },
  { rule: '6.2-1', how: 'not marked', change: (sample) => sample.set('mark', { Marked: false }) },
  { rule: '7.1-4', how: 'with suspect tags', change: (sample) => sample.set('mark', { Suspects: true }) },
  { rule: '7.1-8', how: 'without metadata', change: (sample) => void (sample.metadata = '') },
  { rule: '7.1-9', how: 'without a title', change: says('dc:title', 'dc:subject') },
  { rule: '7.1-10', how: 'that shows its file’s name', change: without('viewer', 'DisplayDocTitle') },
  {
    rule: '7.2-33',
    how: 'whose title is in no language',
    change: nameless((sample) => void (sample.metadata = METADATA)),
  },
];

const span = (key: string) =>
  nameless((sample) => {
    sample.content.push(`/Artifact BMC /Span <</${key} (x)>> BDC 0 0 9 9 re f EMC EMC`);
  });
const element = (key: string) =>
  nameless((sample) => {
    sample.element('silent', 'root', 'Span', { [key]: text('x') });
  });
const language: Broken[] = [
  {
    rule: '7.2-2',
    how: 'whose outline is in no language',
    change: nameless((sample) => sample.set('catalog', { Outlines: { First: sample.ref('outline') } })),
  },
  { rule: '7.2-21', how: 'with a text that replaces, in no language', change: element('ActualText') },
  { rule: '7.2-22', how: 'with a description in no language', change: element('Alt') },
  { rule: '7.2-23', how: 'with an expansion in no language', change: element('E') },
  { rule: '7.2-24', how: 'with a comment in no language', change: nameless(without('comment', 'Lang')) },
  { rule: '7.2-25', how: 'with a field in no language', change: nameless(without('widget', 'Lang')) },
  {
    rule: '7.2-29',
    how: 'in “Albanian (Kosovo)”',
    change: (sample) => sample.set('catalog', { Lang: text('Albanian (Kosovo)') }),
  },
  {
    rule: '7.2-29',
    how: 'with an element in sq_XK',
    change: (sample) => sample.set('p', { Lang: text('sq_XK') }),
  },
  {
    rule: '7.2-29',
    how: 'with marked text in an empty language',
    change: heading((line) => line.replace('(sq)', '()')),
  },
  { rule: '7.2-30', how: 'with marked text that replaces, in no language', change: span('ActualText') },
  { rule: '7.2-31', how: 'with a marked description in no language', change: span('Alt') },
  { rule: '7.2-32', how: 'with a marked expansion in no language', change: span('E') },
  {
    rule: '7.2-34',
    how: 'with text in no language',
    change: nameless((sample) => void sample.leaf('mute', 'root', 'P')),
  },
];

const files: Broken[] = [
  { rule: '7.10-1', how: 'with layers without a name', change: without('layers', 'Name') },
  { rule: '7.10-2', how: 'with layers that change', change: (sample) => sample.set('layers', { AS: [] }) },
  { rule: '7.11-1', how: 'with a file that has only its old name', change: without('file', 'UF') },
  { rule: '7.11-1', how: 'with a file that has only its new name', change: without('file', 'F') },
  {
    rule: '7.15-1',
    how: 'with a form that is drawn anew',
    change: (sample) =>
      sample.set('fields', {
        XFA: sample.stream('<config><dynamicRender>required</dynamicRender></config>'),
      }),
  },
  {
    rule: '7.16-1',
    how: 'that is locked',
    change: locked(~512),
  },
  {
    rule: '7.1-11',
    how: 'without a structure',
    change: without('catalog', 'StructTreeRoot'),
    also: ['7.1-3', '7.18.1-1', '7.18.4-1', '7.18.5-1'],
  },
];

export const BROKEN_DOCUMENTS = [...metadata, ...language, ...files];
