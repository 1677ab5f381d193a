/** Turtle: https://www.w3.org/TR/turtle/. Enough for what is written here. */

const ESCAPES: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

export function literal(text: string, lang?: string): string {
  const escaped = text.replace(/[\\"\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign);
  return `"${escaped}"${lang === undefined ? '' : `@${lang}`}`;
}

/** An address as written in angle brackets; what may not stand there is percent-encoded. */
export function iri(address: string): string {
  return `<${address.replace(/[\p{Cc} <>"{}|^`\\]/gu, (sign) => encodeURIComponent(sign))}>`;
}

/** One subject with its statements, without those that have nothing to say. */
export function subject(name: string, statements: readonly (readonly [string, readonly string[]])[]): string {
  const said = statements
    .filter(([, objects]) => objects.length > 0)
    .map(([predicate, objects]) => `  ${predicate} ${objects.join(', ')}`);
  return `${name}\n${said.join(' ;\n')} .\n`;
}
