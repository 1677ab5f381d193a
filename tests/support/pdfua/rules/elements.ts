/** 7.3, 7.4, 7.7 and 7.9: graphics, headings, formulas and notes. */
import { textAt } from '../objects';
import { kidTypes, replacement, type StructElement } from '../structure';
import { anyElement, elements, type Rule, rule } from './rule';

const NUMBERED = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const;
const isNumbered = ({ standard }: StructElement) => NUMBERED.some((type) => type === standard);

const isSilent = (element: StructElement) => {
  const { alt, actual } = replacement(element);
  return !alt && actual === undefined;
};

export const elementRules: readonly Rule[] = [
  elements('7.3-1', 'Figure', 'A figure has neither a description nor a text.', isSilent),
  // 7.4.2: the first is an H1, and no level is left out going down.
  rule('7.4.2-1', 'A heading leaves out a level.', ({ elements: all }) => {
    let level = 0;
    return all.filter(isNumbered).flatMap((element) => {
      const own = Number(element.standard!.slice(1));
      const isTooDeep = own > level + 1;
      level = own;
      return isTooDeep ? [element.label] : [];
    });
  }),
  anyElement(
    '7.4.4-1',
    'An element holds more than one H.',
    (element) => kidTypes(element).filter((type) => type === 'H').length > 1,
  ),
  elements('7.4.4-2', 'H', 'An H stands in a document with numbered headings.', (_, { elements: all }) =>
    all.some(isNumbered),
  ),
  elements('7.4.4-3', NUMBERED, 'A numbered heading stands in a document with H.', (_, { elements: all }) =>
    all.some(({ standard }) => standard === 'H'),
  ),
  elements('7.7-1', 'Formula', 'A formula has neither a description nor a text.', isSilent),
  elements('7.9-1', 'Note', 'A note has no ID.', ({ dict }) => !textAt(dict, 'ID')),
  elements('7.9-2', 'Note', 'Two notes have one ID.', (element, { elements: all }) => {
    const id = textAt(element.dict, 'ID');
    return (
      id !== undefined &&
      all.some((other) => other !== element && other.standard === 'Note' && textAt(other.dict, 'ID') === id)
    );
  }),
];
