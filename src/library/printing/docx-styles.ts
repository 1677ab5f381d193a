/** The styles of a handout in Word, so that whoever edits it changes a style and not each paragraph. */
import { AlignmentType, BorderStyle, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'; // prettier-ignore

const SERIF = 'Source Serif 4';
const SANS = 'Source Sans 3';
const SOFT = '444444';
const HAIRLINE = '999999';

export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';
const DEEPEST = 4;
/** Points. */
const LARGE = 16;
const LEAST_IN_LARGE = 14;
/** Twips. */
export const LIST_INDENT = 360;

/** Spaces are twentieths of a point, sizes halves of one. */
export function documentStyles(size: number, lang: string): IStylesOptions {
  // As on paper: in large print nothing is small.
  const least = size >= LARGE ? LEAST_IN_LARGE : 0;
  const half = (factor: number) => Math.round(Math.max(size * factor, least) * 2);
  const twentieths = (factor: number) => Math.round(size * factor * 20);
  // The rule is said each time: LibreOffice takes lines without one for exact heights (measured in 7.4).
  const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });
  const hairline = { style: BorderStyle.SINGLE, size: 4, space: 4, color: HAIRLINE };
  const box = { ...hairline, space: 8 };
  const heading = (factor: number, before: number, after: number, outlineLevel: number) => ({
    run: { font: SERIF, bold: true, size: half(factor), color: '000000' },
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel,
      spacing: { before: twentieths(before), after: twentieths(after), ...lines(264) },
    },
  });
  const small = { font: SANS, size: half(0.81), color: SOFT };
  const style = (id: string, name: string, run: object, paragraph: object = {}, basedOn = 'Normal') => ({
    id,
    name,
    basedOn,
    quickFormat: true,
    run,
    paragraph,
  });
  return {
    default: {
      document: {
        run: { font: SERIF, size: half(1), language: { value: lang } },
        paragraph: { spacing: { ...lines(312), after: twentieths(0.6) } },
      },
      title: {
        run: { font: SERIF, bold: true, size: half(2.6) },
        paragraph: { spacing: { before: twentieths(6), after: twentieths(1), ...lines(264) } },
      },
      heading1: heading(2.1, 1.2, 0.5, 0),
      heading2: heading(1.24, 1.8, 0.5, 1),
      heading3: heading(1, 1.4, 0.4, 2),
      heading4: heading(1, 1.2, 0.3, 3),
      heading5: heading(0.95, 1.2, 0.3, 4),
      heading6: heading(0.95, 1.2, 0.3, 5),
      caption: {
        run: { ...small, bold: false, italics: false },
        paragraph: {
          keepNext: true,
          spacing: { before: twentieths(0.6), after: twentieths(0.4), ...lines(276) },
        },
      },
      listParagraph: { paragraph: { spacing: { after: twentieths(0.35) } } },
      hyperlink: { run: { color: '1F3A5F', underline: {} } },
    },
    paragraphStyles: [
      style('Quote', 'Quote', { italics: false }, {
        indent: { left: LIST_INDENT, right: LIST_INDENT },
        border: { left: { ...hairline, size: 12, space: 10 } },
      }), // prettier-ignore
      style(
        'Notice',
        'Notice',
        { size: half(0.95) },
        {
          border: { top: box, left: box, bottom: box, right: box },
          indent: { left: 160, right: 160 },
          spacing: { after: twentieths(0.3), ...lines(276) },
        },
      ),
      style('Status', 'Status', small, { spacing: { after: twentieths(1.4), ...lines(276) } }),
      style('Small', 'Small', { size: half(0.86) }, { spacing: { after: twentieths(0.3), ...lines(276) } }),
      style(
        'Term',
        'Term',
        {},
        { keepNext: true, spacing: { before: twentieths(0.7), after: 0, ...lines(276) } },
      ),
      style('WritingLine', 'Writing line', {}, {
        // Neighbours with the same border are drawn as one box unless they have a line between them.
        border: { bottom: { ...hairline, space: 1 }, between: { ...hairline, space: 1 } },
        spacing: { before: 0, after: 0, line: twentieths(2.3), lineRule: LineRuleType.EXACT },
      }), // prettier-ignore
      style('TOC1', 'toc 1', {}, { spacing: { before: twentieths(0.4), after: twentieths(0.1) } }),
      style('TOC2', 'toc 2', {}, { indent: { left: LIST_INDENT }, spacing: { after: twentieths(0.1) } }),
      style('TableText', 'Table text', { size: half(0.86) }, { spacing: { after: 0, ...lines(276) } }),
      style('TableHead', 'Table head', { font: SANS, bold: true, size: half(0.72), color: SOFT }, {
        keepNext: true,
      }, 'TableText'), // prettier-ignore
      style('TableGap', 'Table gap', { size: 2 }, {
        spacing: { before: 0, after: 0, line: twentieths(0.4), lineRule: LineRuleType.EXACT },
      }), // prettier-ignore
      style('Header', 'header', { ...small, size: half(0.72) }, { spacing: { after: 0, ...lines(264) } }),
      style('RunningHead', 'Running head', {}, { border: { bottom: hairline } }, 'Header'),
      style('Footer', 'footer', { ...small, size: half(0.72) }, { spacing: { after: 0, ...lines(264) } }),
    ],
    characterStyles: [{ id: 'Soft', name: 'Soft', basedOn: 'DefaultParagraphFont', run: { color: SOFT } }],
  };
}

export function listLevels(): INumberingOptions['config'] {
  const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) =>
    Array.from({ length: DEEPEST }, (_, level) => ({
      level,
      format,
      text: text(level),
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: LIST_INDENT * (level + 1), hanging: LIST_INDENT } } },
    }));
  return [
    { reference: BULLETS, levels: levels(LevelFormat.BULLET, () => '•') },
    { reference: NUMBERS, levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
  ];
}

export function listLevel(depth: number): number {
  return Math.min(depth, DEEPEST - 1);
}
