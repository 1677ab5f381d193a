/** Names of glyphs and the encodings that PDF knows by name (ISO 32000-1, annex D; Adobe's glyph list). */

/** Adobe's Latin set in the order in which CFF numbers it from 1, with the characters of the names. */
const LATIN: [names: string, characters: string][] = [
  ['space exclam quotedbl numbersign dollar percent ampersand quoteright', ' !"#$%&’'],
  ['parenleft parenright asterisk plus comma hyphen period slash', '()*+,-./'],
  ['zero one two three four five six seven eight nine', '0123456789'],
  ['colon semicolon less equal greater question at', ':;<=>?@'],
  ['A B C D E F G H I J K L M N O P Q R S T U V W X Y Z', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['bracketleft backslash bracketright asciicircum underscore quoteleft', '[\\]^_‘'],
  ['a b c d e f g h i j k l m n o p q r s t u v w x y z', 'abcdefghijklmnopqrstuvwxyz'],
  ['braceleft bar braceright asciitilde', '{|}~'],
  ['exclamdown cent sterling fraction yen florin section currency quotesingle', "¡¢£⁄¥ƒ§¤'"],
  ['quotedblleft guillemotleft guilsinglleft guilsinglright fi fl', '“«‹›ﬁﬂ'],
  ['endash dagger daggerdbl periodcentered', '–†‡·'],
  [
    'paragraph bullet quotesinglbase quotedblbase quotedblright guillemotright ellipsis perthousand',
    '¶•‚„”»…‰',
  ],
  ['questiondown', '¿'],
  ['grave acute circumflex tilde macron breve dotaccent dieresis', '`´ˆ˜¯˘˙¨'],
  ['ring cedilla', '˚¸'],
  ['hungarumlaut ogonek caron emdash', '˝˛ˇ—'],
  ['AE', 'Æ'],
  ['ordfeminine', 'ª'],
  ['Lslash Oslash OE ordmasculine', 'ŁØŒº'],
  ['ae', 'æ'],
  ['dotlessi', 'ı'],
  ['lslash oslash oe germandbls', 'łøœß'],
  ['onesuperior logicalnot mu trademark Eth onehalf plusminus Thorn onequarter divide', '¹¬µ™Ð½±Þ¼÷'],
  [
    'brokenbar degree thorn threequarters twosuperior registered minus eth multiply threesuperior',
    '¦°þ¾²®−ð×³',
  ],
  ['copyright Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla', '©ÁÂÄÀÅÃÇ'],
  ['Eacute Ecircumflex Edieresis Egrave Iacute Icircumflex Idieresis Igrave Ntilde', 'ÉÊËÈÍÎÏÌÑ'],
  ['Oacute Ocircumflex Odieresis Ograve Otilde Scaron', 'ÓÔÖÒÕŠ'],
  ['Uacute Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron', 'ÚÛÜÙÝŸŽ'],
  ['aacute acircumflex adieresis agrave aring atilde ccedilla', 'áâäàåãç'],
  ['eacute ecircumflex edieresis egrave iacute icircumflex idieresis igrave ntilde', 'éêëèíîïìñ'],
  ['oacute ocircumflex odieresis ograve otilde scaron', 'óôöòõš'],
  ['uacute ucircumflex udieresis ugrave yacute ydieresis zcaron', 'úûüùýÿž'],
];
/** Beyond Latin 1, in MacRoman, the Symbol font and names of our region. */
const OTHERS: [string, string][] = [
  ['Euro notequal infinity lessequal greaterequal partialdiff summation product', '€≠∞≤≥∂∑∏'],
  ['pi integral Omega radical approxequal Delta lozenge', 'π∫Ω√≈∆◊'],
  ['Cacute cacute Ccaron ccaron Dcroat dcroat', 'ĆćČčĐđ'],
  ['Alpha Beta Gamma Theta Lambda Sigma Phi Psi', 'ΑΒΓΘΛΣΦΨ'],
  ['alpha beta gamma delta epsilon theta lambda sigma phi psi omega tau rho', 'αβγδεθλσφψωτρ'],
];

const pairs = (table: [string, string][]) =>
  table.flatMap(([names, characters]) => {
    const list = [...characters];
    return names.split(' ').map((name, index): [string, string] => [name, list[index] ?? '']);
  });

/** CFF's standard strings, as far as they are Latin; 0 is .notdef. */
export const STANDARD_STRINGS = ['.notdef', ...pairs(LATIN).map(([name]) => name)];
const CHARACTERS = new Map([
  ...pairs(LATIN),
  ...pairs(OTHERS),
  ['nbspace', '\u00A0'],
  ['sfthyphen', '\u00AD'],
]);
const NAMES = new Map([...CHARACTERS].map(([name, character]) => [character, name]));

/** What a name of a glyph stands for; undefined where nobody but the font knows. */
export function characterOf(name: string): string | undefined {
  const plain = name.replace(/\..*$/, '');
  const known = CHARACTERS.get(plain);
  if (known !== undefined) return known;
  const hex = /^(?:uni((?:[\dA-F]{4})+)|u([\dA-F]{4,6}))$/.exec(plain);
  if (hex?.[1]) return hex[1].replace(/.{4}/g, (unit) => String.fromCharCode(Number.parseInt(unit, 16)));
  const point = hex?.[2] ? Number.parseInt(hex[2], 16) : undefined;
  return point !== undefined && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

export type Encoding = (string | undefined)[];

const decodedBy = (label: string, changes: Record<number, string> = {}): Encoding =>
  Array.from({ length: 256 }, (_, code) => {
    if (code < 32 || code === 127) return changes[code];
    return changes[code] ?? NAMES.get(new TextDecoder(label).decode(Uint8Array.of(code)));
  });

/** First code and first standard string of each run (CFF, appendix B). */
const STANDARD_RUNS = [
  [32, 126, 1],
  [161, 175, 96],
  [177, 180, 111],
  [182, 189, 115],
  [191, 191, 123],
  [193, 200, 124],
  [202, 203, 132],
  [205, 208, 134],
  [225, 225, 138],
  [227, 227, 139],
  [232, 235, 140],
  [241, 241, 144],
  [245, 245, 145],
  [248, 251, 146],
] as const;

export const STANDARD_ENCODING: Encoding = Array.from({ length: 256 }, (_, code) => {
  const run = STANDARD_RUNS.find(([first, last]) => code >= first && code <= last);
  return run && STANDARD_STRINGS[run[2] + code - run[0]];
});

export const ENCODINGS: Record<string, Encoding> = {
  StandardEncoding: STANDARD_ENCODING,
  WinAnsiEncoding: decodedBy('windows-1252', {
    0x27: 'quotesingle',
    0x60: 'grave',
    0xa0: 'space',
    0xad: 'hyphen',
  }),
  MacRomanEncoding: decodedBy('macintosh', {
    0x27: 'quotesingle',
    0x60: 'grave',
    0xca: 'space',
    0xdb: 'currency',
  }),
};
/** For the (1,0) table of a TrueType font. */
export const MAC_CODES = new Map(ENCODINGS.MacRomanEncoding!.map((name, code) => [name, code]));
