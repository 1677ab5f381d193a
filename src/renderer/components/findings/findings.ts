/** Arranges the findings for the page: by kind, in the reader's script. */
import { mapSpanToLatin, toLatin, toLatinWithMap } from '../../../core/text/script';
import type { Finding } from '../../../shared/contract';

export type Kind = Finding['code'];

/** In this order on the page; what is surest to be wrong comes first. */
export const KINDS: Readonly<Record<Kind, { title: string; why: string; instead: string }>> = {
  misspelling: {
    title: 'findings.kinds.misspelling',
    why: 'findings.why.misspelling',
    instead: 'findings.spelt',
  },
  'two-names': {
    title: 'findings.kinds.two-names',
    why: 'findings.why.two-names',
    instead: 'findings.elsewhere',
  },
  'not-definite': {
    title: 'findings.kinds.not-definite',
    why: 'findings.why.not-definite',
    instead: 'findings.byRule',
  },
  'not-indefinite': {
    title: 'findings.kinds.not-indefinite',
    why: 'findings.why.not-indefinite',
    instead: 'findings.byRule',
  },
  'unlisted-form': {
    title: 'findings.kinds.unlisted-form',
    why: 'findings.why.unlisted-form',
    instead: 'findings.listed',
  },
  'missing-language': {
    title: 'findings.kinds.missing-language',
    why: 'findings.why.missing-language',
    instead: 'findings.listed',
  },
};

export const KIND_ORDER = Object.keys(KINDS) as readonly Kind[];

export function isKind(value: unknown): value is Kind {
  return typeof value === 'string' && Object.hasOwn(KINDS, value);
}

/** Those that there are some of. */
export function byKind(findings: readonly Finding[]): { kind: Kind; findings: Finding[] }[] {
  const groups = Map.groupBy(findings, ({ code }) => code);
  return KIND_ORDER.flatMap((kind) => {
    const own = groups.get(kind);
    return own ? [{ kind, findings: own }] : [];
  });
}

/** Serbian is one edition in two scripts: for who reads it in Latin, what was found in the Cyrillic. */
export function inLatin(finding: Finding): Finding {
  const { at } = finding;
  if (at?.lang !== 'sr-Cyrl') return finding;
  const whole = toLatinWithMap(at.before + at.text + at.after);
  const { start, end } = mapSpanToLatin(whole, {
    start: at.before.length,
    end: at.before.length + at.text.length,
  });
  return {
    ...finding,
    name: toLatin(finding.name),
    instead: finding.instead.map(toLatin),
    at: {
      ...at,
      lang: 'sr-Latn',
      before: whole.text.slice(0, start),
      text: whole.text.slice(start, end),
      after: whole.text.slice(end),
    },
  };
}

/** Without the words that were cut in two where the context ends. */
export function wholeWords({ before, after }: { before: string; after: string }, width: number) {
  return {
    before: before.length < width ? before : before.replace(/^\S*\s+/u, '…'),
    after: after.length < width ? after : after.replace(/\s+\S*$/u, '…'),
  };
}
