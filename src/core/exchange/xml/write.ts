/** XML as text: enough for what is written here, where every name of an element is our own. */

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

export type Attributes = Record<string, string | number | undefined>;

/** An element on a line of its own, its elements indented below it; text stays on its element's line. */
export function element(name: string, attributes: Attributes, content: string | readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  if (typeof content === 'string') return `<${name}${written}>${escapeXml(content)}</${name}>`;
  if (content.length === 0) return `<${name}${written}/>`;
  const inner = content.map((part) => part.replace(/^/gm, ' ')).join('\n');
  return `<${name}${written}>\n${inner}\n</${name}>`;
}

export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
