/** 7.2: every text has a language, and languages are named as BCP 47 has it. */
import { around, langWithin, type Marked, said } from '../content';
import type { nameAt } from '../objects';
import { dictAt, has, textAt } from '../objects';
import { langOf, replacement, type StructElement } from '../structure';
import { fieldsOf, type UaDocument } from '../document';
import { anyElement, type Rule, rule, whole } from './rule';

const TAG = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;
const REPLACEMENTS = [
  ['actual', 'text that replaces it'],
  ['alt', 'description'],
  ['expansion', 'expansion'],
] as const;

const isUnnamed = (element: StructElement, { lang }: UaDocument) => (langOf(element) ?? lang) === undefined;
const isUnnamedMark = (marked: Marked, { lang }: UaDocument) => (langWithin(marked) ?? lang) === undefined;

function* languages({ catalog, elements, content }: UaDocument) {
  if (has(catalog, 'Lang')) yield { lang: textAt(catalog, 'Lang'), where: 'catalog' };
  for (const { lang, label } of elements) if (lang !== undefined) yield { lang, where: label };
  for (const { properties, where } of content.marked)
    if (has(properties, 'Lang')) yield { lang: textAt(properties, 'Lang'), where };
}

export const language: readonly Rule[] = [
  whole(
    '7.2-2',
    'The language of the outline is not named.',
    'outline',
    ({ catalog, lang }) => lang === undefined && has(dictAt(catalog, 'Outlines'), 'First'),
  ),
  // 7.2, by conditions 21 to 23 of structure elements and 30 to 32 of marked content.
  ...REPLACEMENTS.map(([kind, name], index) =>
    anyElement(
      `7.2-${21 + index}`,
      `An element has a ${name} in no named language.`,
      (element, document) => replacement(element)[kind] !== undefined && isUnnamed(element, document),
    ),
  ),
  ...REPLACEMENTS.map(([kind, name], index) =>
    rule(`7.2-${30 + index}`, `Marked text has a ${name} in no named language.`, (document) =>
      document.content.marked
        .filter(
          (marked) =>
            marked.tag === 'Span' && said(marked)[kind] !== undefined && isUnnamedMark(marked, document),
        )
        .map(({ where }) => where),
    ),
  ),
  rule('7.2-24', 'The description of an annotation is in no named language.', (document) =>
    document.annotations
      .filter(
        ({ dict, element }) =>
          has(dict, 'Contents') && !has(dict, 'Lang') && (element?.lang ?? document.lang) === undefined,
      )
      .map(({ where }) => where),
  ),
  rule('7.2-25', 'The description of a form field is in no named language.', (document) =>
    document.lang !== undefined
      ? []
      : fieldsOf(document)
          .filter((field) => has(field, 'TU') && !has(field, 'Lang') && !hasLanguage(field, document))
          .map((field) => `field ${textAt(field, 'T') ?? ''}`),
  ),
  rule('7.2-29', 'A language is not named as BCP 47 has it.', (document) =>
    [...languages(document)].filter(({ lang }) => !TAG.test(lang ?? '')).map(({ where }) => where),
  ),
  rule('7.2-34', 'The language of a text is not named.', (document) =>
    document.lang !== undefined
      ? []
      : new Set(
          document.content.texts
            .filter(({ within }) => ![...around(within)].some(({ tag }) => tag === 'Artifact'))
            .filter(({ within }) => langWithin(within) === undefined)
            .map(({ where }) => where),
        ),
  ),
];

function hasLanguage(field: Parameters<typeof nameAt>[0], { annotations }: UaDocument): boolean {
  return annotations.some(
    ({ dict, element }) =>
      (dict === field || dictAt(dict, 'Parent') === field) && element?.lang !== undefined,
  );
}
