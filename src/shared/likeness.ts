/** What two languages spell differently, and may join two spellings of one name. Free of zod: core has it too. */
export const LOOSE_RULES = [
  'sh = š',
  'zh = ž',
  'xh = gj = dž = đ',
  'q = ç = ć = č',
  'y = i',
  'rr = r',
  'll = l',
  'ër = r',
  /** The end of a word, which is mostly that of a case. */
  'ending',
] as const;
export type LooseRule = (typeof LOOSE_RULES)[number];
