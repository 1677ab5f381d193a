/** 7.10, 7.11, 7.15 and 7.16: layers, attached files, forms and permissions. */
import { type PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { decoded, dictAt, has, itemsAt, numberAt, textAt } from '../objects';
import { dictionariesWith, optionalContent } from '../document';
import { latin } from '../tokens';
import { type Rule, rule, whole } from './rule';

/** The tenth bit: text may be taken out for those who cannot see it. */
const ACCESSIBLE = 1 << 9;

const xfa = (form: PDFDict | undefined) =>
  itemsAt(form, 'XFA')
    .flatMap((part) => (part instanceof PDFRawStream ? [latin(decoded(part))] : []))
    .join('');

export const documentRules: readonly Rule[] = [
  rule('7.10-1', 'A choice of layers has no name.', (document) =>
    optionalContent(document)
      .filter((config) => !textAt(config, 'Name'))
      .map((_, index) => `layers ${index + 1}`),
  ),
  rule('7.10-2', 'A choice of layers changes by itself.', (document) =>
    optionalContent(document)
      .filter((config) => has(config, 'AS'))
      .map((_, index) => `layers ${index + 1}`),
  ),
  rule('7.11-1', 'An attached file has no name, in either of its two places.', (document) =>
    dictionariesWith(document, 'EF')
      .filter(({ dict }) => !textAt(dict, 'F') || !textAt(dict, 'UF'))
      .map(({ where }) => where),
  ),
  whole('7.15-1', 'The form is drawn anew by whoever shows it.', 'form', ({ catalog }) =>
    /<dynamicRender[^>]*>\s*required\s*</.test(xfa(dictAt(catalog, 'AcroForm'))),
  ),
  whole(
    '7.16-1',
    'The text is locked away from screen readers.',
    'encryption',
    ({ encryption }) => encryption !== undefined && ((numberAt(encryption, 'P') ?? 0) & ACCESSIBLE) === 0,
  ),
];
