/** 7.2: what may stand in what, in tables, lists and contents (ISO 32000-1, 14.8.4.3). */
import { kidTypes } from '../structure';
import { elements, type Rule } from './rule';

const PARTS = ['THead', 'TBody', 'TFoot'];

const inside = (id: string, type: string, parents: readonly string[]) =>
  elements(
    id,
    type,
    `A ${type} stands elsewhere than in ${parents.join(', ')}.`,
    ({ parent }) => !parents.includes(parent?.standard ?? ''),
  );

const holds = (id: string, type: string, kids: readonly string[]) =>
  elements(id, type, `A ${type} holds something else than ${kids.join(', ')}.`, (element) =>
    kidTypes(element).some((kid) => !kids.includes(kid)),
  );

const count = (types: readonly string[], type: string) => types.filter((one) => one === type).length;
const atMostOne = (id: string, type: string) =>
  elements(
    id,
    'Table',
    `A table has more than one ${type}.`,
    (element) => count(kidTypes(element), type) > 1,
  );
const withBody = (id: string, type: string) =>
  elements(id, 'Table', `A table has a ${type} but no TBody.`, (element) => {
    const kids = kidTypes(element);
    return kids.includes(type) && !kids.includes('TBody');
  });

const captionFirst = (id: string, type: string) =>
  elements(
    id,
    type,
    `The caption of a ${type} is not its first.`,
    (element) => kidTypes(element).indexOf('Caption', 1) > 0,
  );

export const nesting: readonly Rule[] = [
  holds('7.2-3', 'Table', ['TR', ...PARTS, 'Caption']),
  inside('7.2-4', 'TR', ['Table', ...PARTS]),
  ...PARTS.map((type, index) => inside(`7.2-${5 + index}`, type, ['Table'])),
  inside('7.2-8', 'TH', ['TR']),
  inside('7.2-9', 'TD', ['TR']),
  holds('7.2-10', 'TR', ['TH', 'TD']),
  atMostOne('7.2-11', 'THead'),
  atMostOne('7.2-12', 'TFoot'),
  withBody('7.2-13', 'TFoot'),
  withBody('7.2-14', 'THead'),
  elements('7.2-16', 'Table', 'The caption of a table is neither its first nor its last.', (element) =>
    kidTypes(element).slice(1, -1).includes('Caption'),
  ),
  inside('7.2-17', 'LI', ['L']),
  inside('7.2-18', 'LBody', ['LI']),
  holds('7.2-19', 'L', ['L', 'LI', 'Caption']),
  holds('7.2-20', 'LI', ['Lbl', 'LBody']),
  inside('7.2-26', 'TOCI', ['TOC']),
  holds('7.2-27', 'TOC', ['TOC', 'TOCI', 'Caption']),
  captionFirst('7.2-28', 'TOC'),
  ...PARTS.map((type, index) => holds(`7.2-${36 + index}`, type, ['TR'])),
  atMostOne('7.2-39', 'Caption'),
  captionFirst('7.2-40', 'L'),
];
