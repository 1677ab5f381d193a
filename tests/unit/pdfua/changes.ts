/** How the sample is broken, in small pieces. */
import { PDFString } from '@cantoo/pdf-lib';
import { METADATA, type Sample } from './sample';

/** One way to break a rule: what is done to the sample, and what that breaks as well. */
export interface Broken {
  rule: string;
  /** Ends the sentence “a document …”. */
  how: string;
  change(sample: Sample): void;
  /** Rules that cannot but be broken along with it. */
  also?: string[];
}
type Change = Broken['change'];

export const text = (value: string) => PDFString.of(value);

export const says =
  (words: string, by: string): Change =>
  (sample) => {
    if (!METADATA.includes(words)) throw new RangeError(`no ${words} in the metadata`);
    sample.metadata = METADATA.replaceAll(words, by);
  };

/** A property of the UA schema under another prefix. */
export const otherPrefix =
  (property: string): Change =>
  (sample) => {
    const own = property === 'part' ? '' : '<pdfuaid:part>1</pdfuaid:part>';
    const other = `${own}<ua:${property} xmlns:ua="http://www.aiim.org/pdfua/ns/id/">1</ua:${property}>`;
    sample.metadata = METADATA.replace('<pdfuaid:part>1</pdfuaid:part>', other);
  };

export const shows =
  (operators: string): Change =>
  (sample) =>
    void sample.content.push(operators);
export const type =
  (name: string, S: string): Change =>
  (sample) =>
    sample.set(name, { S });
export const without =
  (name: string, ...keys: string[]): Change =>
  (sample) =>
    sample.remove(name, ...keys);
export const within =
  (parent: string, kind: string): Change =>
  (sample) =>
    void sample.leaf('extra', parent, kind);

/** The kids of an element, the last first. */
export const reversed =
  (name: string): Change =>
  (sample) => {
    const kids = sample.kidsOf(name);
    const order = kids.asArray().toReversed();
    order.forEach((kid, at) => kids.set(at, kid));
  };

/** The first kid of an element, made the second. */
export const amid =
  (name: string): Change =>
  (sample) => {
    const kids = sample.kidsOf(name);
    const [first, second] = kids.asArray();
    kids.set(0, second!);
    kids.set(1, first!);
  };

export const spans =
  (name: string, entries: Record<string, number>): Change =>
  (sample) =>
    sample.set(name, { A: { O: 'Table', ...entries } });

/** No language is named for the document, so that each text needs its own. */
export const nameless =
  (change: Change): Change =>
  (sample) => {
    sample.remove('catalog', 'Lang', 'Outlines');
    sample.set('document', { Lang: text('sq') });
    for (const name of ['linkAnnotation', 'comment', 'widget']) sample.set(name, { Lang: text('sq') });
    says('x-default', 'sq')(sample);
    change(sample);
  };

/** The text of the first heading's content, changed. */
export const heading =
  (change: (line: string) => string): Change =>
  (sample) => {
    const line = sample.content[0]!;
    sample.content[0] = change(line);
    if (sample.content[0] === line) throw new RangeError('the heading is as it was');
  };

/** Encrypted in a way that nobody knows, so that the rest can still be read. */
export const locked =
  (P: number): Change =>
  (sample) => {
    const encryption = sample.dict({ Filter: 'Unknown', P });
    sample.context.trailerInfo.Encrypt = sample.context.register(encryption);
  };
