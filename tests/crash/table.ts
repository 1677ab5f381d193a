/** What a run found, to be read by a person. */
import type { Kind, Tally } from './bench.ts';

export interface Row {
  kind: Kind;
  tally: Tally;
  seconds: number;
  /** Why it was not done. */
  skipped?: string | undefined;
}

export function tableOf(rows: readonly Row[]): string {
  const head = ['kind', 'points', 'acknowledged', 'refused', 'lost', 's', 'what'];
  const lines = rows.map(({ kind, tally, seconds, skipped }) =>
    skipped === undefined
      ? [
          kind.name,
          tally.points,
          tally.acknowledged,
          tally.refused,
          tally.losses.length,
          Math.round(seconds),
          kind.what,
        ]
      : [kind.name, '–', '–', '–', '–', '–', `skipped: ${skipped}`],
  );
  const sum = (of: (tally: Tally) => number) => rows.reduce((total, { tally }) => total + of(tally), 0);
  const all = [
    'all',
    sum(({ points }) => points),
    sum(({ acknowledged }) => acknowledged),
    sum(({ refused }) => refused),
    sum(({ losses }) => losses.length),
    Math.round(rows.reduce((total, { seconds }) => total + seconds, 0)),
    '',
  ];
  const cells = [head, ...lines, all].map((line) => line.map(String));
  const widths = head.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  const isText = (at: number) => at === 0 || at === head.length - 1;
  const text = cells.map((line) =>
    line
      .map((cell, at) => (isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const apart = rows.flatMap(({ kind, tally }) =>
    [...tally.apart].map(([what, times]) => `${kind.name}: ${what}: ${times}`),
  );
  return [...text, '', ...apart].join('\n');
}
