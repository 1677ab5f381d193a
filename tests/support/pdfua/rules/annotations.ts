/** 7.18: links, form fields and all else that lies on a page. */
import { PDFArray } from '@cantoo/pdf-lib';
import { asText, at, dictAt, has, nameAt, textAt } from '../objects';
import type { Annotation, UaDocument } from '../document';
import { attribute, elementKids, replacement, type StructElement } from '../structure';
import { elements, type Rule, rule } from './rule';

const annotations = (
  id: string,
  what: string,
  isBroken: (annotation: Annotation, document: UaDocument) => boolean,
) =>
  rule(id, what, (document) =>
    document.annotations.filter((one) => isBroken(one, document)).map(({ where }) => where),
  );

/** Only what somebody may meet. */
const seen = (id: string, what: string, isBroken: (annotation: Annotation) => boolean) =>
  annotations(id, what, (annotation) => !annotation.isUnseen && isBroken(annotation));

const NOT_IN_ANNOT = ['Widget', 'PrinterMark', 'Link', 'Popup'];
const contents = ({ dict }: Annotation) => textAt(dict, 'Contents');
const alt = ({ element }: Annotation) => element && replacement(element).alt;
/** A widget that is not itself a field is part of one, which has the description. */
const fieldText = ({ dict }: Annotation) =>
  textAt(has(dict, 'T') || !has(dict, 'Parent') ? dict : dictAt(dict, 'Parent'), 'TU');

const role = (element: StructElement, { structure }: UaDocument) =>
  structure && attribute(structure, element, 'PrintField', 'Role');

function holdsOneWidget(element: StructElement, { annotations: all }: UaDocument): boolean {
  const objects = element.kids.flatMap((kid) => ('object' in kid ? [kid.object] : []));
  const dict = objects[0] && element.dict.context.lookup(objects[0]);
  const isWidget = all.some((one) => one.dict === dict && one.subtype === 'Widget');
  return objects.length === 1 && element.kids.length === 1 && isWidget && elementKids(element).length === 0;
}

/** Pairs of a language and a text (ISO 32000-1, 14.9.2.4). */
function isTextInLanguages(object: unknown): boolean {
  if (!(object instanceof PDFArray) || object.size() === 0 || object.size() % 2 !== 0) return false;
  return object.asArray().every((item, index) => {
    const text = asText(item);
    return text !== undefined && (index % 2 === 0 || text !== '');
  });
}

const clips = (id: string, what: string, isBroken: (clip: Annotation['dict']) => boolean) =>
  rule(id, what, ({ dictionaries }) =>
    dictionaries
      .filter(({ dict }) => nameAt(dict, 'S') === 'MCD' && isBroken(dict))
      .map(({ where }) => where),
  );

export const annotationRules: readonly Rule[] = [
  seen(
    '7.18.1-1',
    'An annotation is not within an Annot.',
    ({ subtype, element }) => !NOT_IN_ANNOT.includes(subtype) && element?.standard !== 'Annot',
  ),
  seen(
    '7.18.1-2',
    'An annotation has no description.',
    (annotation) =>
      !['Widget', 'Popup'].includes(annotation.subtype) && !contents(annotation) && !alt(annotation),
  ),
  seen(
    '7.18.1-3',
    'A form field has no description.',
    (annotation) => annotation.subtype === 'Widget' && !fieldText(annotation) && !alt(annotation),
  ),
  seen('7.18.2-1', 'An annotation is a trap network.', ({ subtype }) => subtype === 'TrapNet'),
  rule('7.18.3-1', 'On a page with annotations, the Tab key does not follow the structure.', ({ pages }) =>
    pages
      .filter((page) => page.annotations.length > 0 && nameAt(page.dict, 'Tabs') !== 'S')
      .map(({ number }) => `page ${number}`),
  ),
  seen(
    '7.18.4-1',
    'A form field is not within a Form.',
    ({ subtype, element }) => subtype === 'Widget' && element?.standard !== 'Form',
  ),
  elements(
    '7.18.4-2',
    'Form',
    'A Form holds something else than one field.',
    (element, document) => role(element, document) === undefined && !holdsOneWidget(element, document),
  ),
  seen(
    '7.18.5-1',
    'A link is not within a Link.',
    ({ subtype, element }) => subtype === 'Link' && element?.standard !== 'Link',
  ),
  seen(
    '7.18.5-2',
    'A link does not say where it leads.',
    (annotation) => annotation.subtype === 'Link' && !contents(annotation),
  ),
  clips('7.18.6.2-1', 'A media clip does not say what it is.', (clip) => !has(clip, 'CT')),
  clips(
    '7.18.6.2-2',
    'A media clip has no description in a named language.',
    (clip) => !isTextInLanguages(at(clip, 'Alt')),
  ),
  seen(
    '7.18.8-1',
    'A printer’s mark is in the structure.',
    ({ subtype, element }) => subtype === 'PrinterMark' && element !== undefined,
  ),
];
