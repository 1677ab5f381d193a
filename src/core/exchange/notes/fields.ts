/** What stands in a file's JSON, unchecked. Only an object's own fields are looked at: `__proto__` is a name like any
 *  other. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function field(of: unknown, name: string): unknown {
  return isFields(of) && Object.hasOwn(of, name) ? of[name] : undefined;
}

/** '' where it is no text. Halves of characters and U+0000 no database keeps as they are. */
export function textIn(of: unknown, name: string): string {
  return asText(field(of, name));
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : '';
}

/** JSON-LD writes one of something as itself, and several as an array. */
export function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function idIn(of: unknown): string {
  return textIn(of, 'id') || textIn(of, '@id');
}

export function typesIn(of: unknown): string[] {
  return list(field(of, 'type') ?? field(of, '@type'))
    .map(asText)
    .map((type) => type.replace(/^oa:|^http:\/\/www\.w3\.org\/ns\/oa#/, ''));
}
