/** The package says nothing of its types. */
declare module 'hyphen' {
  /** What TeX's patterns are compiled into; nobody looks inside. */
  export type Patterns = readonly unknown[];
  export interface HyphenationOptions {
    hyphenChar?: string;
    /** Letters. */
    minWordLength?: number;
  }
  export default function createHyphenator(
    patterns: Patterns,
    options?: HyphenationOptions,
  ): (text: string) => string;
}

declare module 'hyphen/patterns/*' {
  const patterns: import('hyphen').Patterns;
  export default patterns;
}
