/** What the rules of both languages answer with. */
import type { NameForm } from '../../../shared/domain';

/** What is said of each stands where it is applied. */
export type Rule =
  | 'sq-masculine'
  | 'sq-masculine-u'
  | 'sq-masculine-aj'
  | 'sq-feminine'
  | 'sq-feminine-i'
  | 'sq-feminine-je'
  | 'sr-masculine'
  | 'sr-masculine-fleeting-a'
  | 'sr-masculine-i'
  | 'sr-feminine'
  | 'sr-feminine-adjectival'
  | 'sr-neuter'
  | 'sr-possessive'
  | 'sr-abbreviation';

export interface Declined {
  form: NameForm;
  /** Other grammatical forms that are written the same. */
  also?: readonly NameForm[];
  text: string;
  rule: Rule;
}

/** What a name names decides which rules can be trusted with it. */
export type Sort = 'place' | 'person' | 'people' | 'thing';
