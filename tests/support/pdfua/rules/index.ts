import { annotationRules } from './annotations';
import { documentRules } from './document-level';
import { elementRules } from './elements';
import { fontRules } from './fonts';
import { identification } from './identification';
import { language } from './language';
import { nesting } from './nesting';
import { ownRules } from './own';
import type { Rule } from './rule';
import { tableRules } from './tables';
import { tagging } from './tagging';

export type { Rule } from './rule';

/** The machine conditions of PDF/UA-1, by clause. */
export const STANDARD_RULES: readonly Rule[] = [
  ...identification,
  ...tagging,
  ...language,
  ...nesting,
  ...tableRules,
  ...elementRules,
  ...documentRules,
  ...annotationRules,
  ...fontRules,
];

export const RULES: readonly Rule[] = [...STANDARD_RULES, ...ownRules];
