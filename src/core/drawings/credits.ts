/** Whom a drawing owes its places to, each named once: records of one source in a row, before their licence. */

/** "GeoNames 791914, CC BY 4.0; NGA GEOnet Names Server": several in one, and a record's number after its source. */
export function creditsOf(credits: readonly string[]): string[] {
  const single = [...new Set(credits.flatMap((credit) => credit.split('; ')))];
  const records = single.map(
    (credit) => /^(?<source>\D+) (?<record>\d+), (?<licence>.+)$/u.exec(credit)?.groups,
  );
  const grouped = Map.groupBy(single.keys(), (at) => {
    const own = records[at];
    return own ? `${own['source']}\n${own['licence']}` : (single[at] ?? '');
  });
  return [...grouped.values()].map((places) => {
    const [first = 0] = places;
    const own = records[first];
    if (!own) return single[first] ?? '';
    const numbers = places.map((at) => Number(records[at]?.['record'])).sort((a, b) => a - b);
    return `${own['source']} ${numbers.join(', ')} (${own['licence']})`;
  });
}
