/** The rules of terminology formats, in our words. */
import type { Rule } from './xml-tree';

/** ISO 30042:2019 core structure, and the data categories of the modules Min and Basic with the levels that the
 *  dialect TBX-Basic gives them, as tags (DCT). */
export const TBX_BASIC: Record<string, Rule> = {
  tbx: { children: /^tbxHeader text $/, attributes: ['type', 'style', 'xml:lang'] },
  tbxHeader: { children: /^fileDesc $/ },
  fileDesc: { children: /^sourceDesc $/ },
  sourceDesc: { children: /^(p )+$/ },
  p: {},
  text: { children: /^(body )?(back )?$/ },
  body: { children: /^(conceptEntry )+$/ },
  conceptEntry: {
    children: /^((note|min:subjectField|basic:source) )*(langSec )+$/,
    attributes: ['id'],
  },
  langSec: { children: /^((note|basic:source) )*(termSec )+$/, attributes: ['xml:lang'] },
  termSec: { children: /^term ((min:administrativeStatus|basic:termType|basic:source) )*(note )*$/ },
  term: {},
  note: {},
  back: { children: /^(refObjectSec )*$/ },
  refObjectSec: { children: /^(refObject )+$/, attributes: ['type'] },
  refObject: { children: /^(item )+$/, attributes: ['id'] },
  item: {},
  'min:subjectField': {},
  'min:administrativeStatus': {
    values: [
      'preferredTerm-admn-sts',
      'admittedTerm-admn-sts',
      'deprecatedTerm-admn-sts',
      'supersededTerm-admn-sts',
    ],
  },
  'basic:termType': { values: ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'] },
  'basic:source': {},
};

/** TBX 2: term notes come before all else in a `tig`. */
export const TBX_2: Record<string, Rule> = {
  martif: { children: /^martifHeader text $/, attributes: ['type', 'xml:lang'] },
  martifHeader: { children: /^fileDesc $/ },
  fileDesc: { children: /^sourceDesc $/ },
  sourceDesc: { children: /^(p )+$/ },
  p: {},
  text: { children: /^body (back )?$/ },
  body: { children: /^(termEntry )+$/ },
  termEntry: { children: /^((descrip|admin|note) )*(langSet )+$/, attributes: ['id'] },
  langSet: { children: /^(tig )+$/, attributes: ['xml:lang'] },
  tig: { children: /^term (termNote )*((descrip|admin|note) )*$/ },
  term: {},
  note: {},
  descrip: { attributes: ['type'] },
  admin: { attributes: ['type'] },
  termNote: { attributes: ['type'] },
  back: { children: /^(refObjectList )*$/ },
  refObjectList: { children: /^(refObject )+$/, attributes: ['type'] },
  refObject: { children: /^(item )+$/, attributes: ['id'] },
  item: {},
};

export const TMX_14: Record<string, Rule> = {
  tmx: { children: /^header body $/, attributes: ['version'] },
  header: {
    attributes: [
      'creationtool',
      'creationtoolversion',
      'segtype',
      'o-tmf',
      'adminlang',
      'srclang',
      'datatype',
    ],
  },
  body: { children: /^(tu )*$/ },
  tu: { children: /^((note|prop) )*(tuv )+$/ },
  tuv: { children: /^((note|prop) )*seg $/, attributes: ['xml:lang'] },
  note: {},
  prop: { attributes: ['type'] },
  seg: {},
};
