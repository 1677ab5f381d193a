/** XML from strangers, entry by entry: strict, without entities, and never more than one entry in memory. */
import { SaxesParser } from 'saxes';
import { type Place, Unreadable } from '../problems';

export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** By their written name: `xml:lang`. */
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  /** All text inside, of its children too, in order. */
  text: string;
  at: Place;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  at: Place;
}

/** Deeper than any document of these formats; a document can be a million deep. */
const DEEPEST = 50;

/** TBX 2 names its DTD in every file. It is never fetched, and without entities of its own it changes nothing. */
const HARMLESS_DOCTYPE = /^\s*martif\s+SYSTEM\s+(?:"[\w.-]+\.dtd"|'[\w.-]+\.dtd')\s*$/;

export interface XmlHandler {
  /** The elements to hand over whole; one inside another stays inside it. */
  entries: ReadonlySet<string>;
  onEntry: (entry: XmlElement) => void;
  /** May throw, where the root is another than expected. */
  onRoot?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  onDoctypeIgnored?: (at: Place) => void;
}

/** @throws Unreadable where the document is malformed, too deep, or brings a DOCTYPE */
export function readXml(xml: string, { entries, onEntry, onRoot, onDoctypeIgnored }: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Open[] = [];
  let depth = 0;

  const here = (): Place => ({ line: parser.line, column: Math.max(1, parser.column) });
  let started = here();

  parser.on('error', (error) => {
    throw new Unreadable('xml-malformed', here(), { detail: error.message.replace(/^\d+:\d+: /, '') });
  });
  parser.on('doctype', (doctype) => {
    const at = placeOf(xml, xml.lastIndexOf('<!DOCTYPE', parser.position));
    if (!HARMLESS_DOCTYPE.test(doctype)) throw new Unreadable('xml-doctype', at);
    onDoctypeIgnored?.(at);
  });
  parser.on('opentagstart', ({ name }) => {
    started = { line: parser.line, column: Math.max(1, parser.column - name.length - 1) };
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    );
    depth += 1;
    if (depth > DEEPEST) throw new Unreadable('xml-too-deep', started, { limit: DEEPEST });
    if (depth === 1) onRoot?.(tag.local, attributes);
    if (open.length > 0 || entries.has(tag.local))
      open.push({ name: tag.local, attributes, children: [], text: '', at: started });
  });
  const addText = (text: string): void => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth -= 1;
    const closed = open.pop();
    const parent = open.at(-1);
    if (closed === undefined) return;
    if (parent === undefined) return onEntry(closed);
    parent.children.push(closed);
    parent.text += closed.text;
  });
  parser.write(xml).close();
}

function placeOf(text: string, at: number): Place {
  const before = text.slice(0, Math.max(0, at));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}

/** What an element is, by `type` where its name is a group's (`<descrip type="subjectField">`). */
export function categoryOf(element: XmlElement): string {
  return element.attributes.type ?? element.name;
}
