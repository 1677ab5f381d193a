/** Licences under which something may be shipped. Another one is a question for a person, not for a list. */
const ALLOWED = new Set([
  '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT',
  // Fonts
  'OFL-1.1',
  // Texts and data
  'CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0',
  // SQLite
  'blessing',
]); // prettier-ignore

/** @param expression as package.json has it: an SPDX expression of one level, `(MIT OR GPL-3.0)` */
export function isAllowed(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(plain)) return false;
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => ALLOWED.has(licence.trim())));
}
