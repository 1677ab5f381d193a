/** The presets that come with Paralel. Free of zod; `handoutOptionsSchema` fills in what they leave out. */
import type { z } from 'zod';
import type { handoutOptionsSchema } from './handout';

type Options = z.input<typeof handoutOptionsSchema>;

export const PRESETS = ['class', 'names', 'dossier', 'large-print'] as const;
export type Preset = (typeof PRESETS)[number];

export const PRESET_OPTIONS: Readonly<Record<Preset, Options>> = {
  /** For a class: read, compare, answer. The answers are on pages of their own. */
  class: {
    parts: [
      { part: 'content-note' },
      { part: 'text' },
      { part: 'figures' },
      { part: 'map', scope: 'each' },
      { part: 'names' },
      { part: 'questions' },
      { part: 'licence' },
      { part: 'answers' },
    ],
    page: { size: 11 },
  },
  /** Names in parallel, for who writes or reads aloud. */
  names: {
    parts: [
      { part: 'names', scope: 'once', landscape: true },
      { part: 'glossary', scope: 'once', landscape: true },
      { part: 'sources', scope: 'once' },
      { part: 'licence' },
    ],
  },
  /** All there is, to be filed. */
  dossier: {
    parts: [
      { part: 'cover' },
      { part: 'contents' },
      { part: 'content-note' },
      { part: 'text' },
      { part: 'facts' },
      { part: 'figures' },
      { part: 'notes' },
      { part: 'sources' },
      { part: 'timeline', scope: 'once' },
      { part: 'map', scope: 'once' },
      { part: 'names', scope: 'once', landscape: true },
      { part: 'glossary', scope: 'once' },
      { part: 'licence' },
    ],
    page: { binding: 10 },
  },
  /** Eighteen points, black on white (RNIB and APH ask for 16 to 18 at least). */
  'large-print': {
    parts: [
      { part: 'text' },
      { part: 'facts' },
      { part: 'names', landscape: true },
      { part: 'sources' },
      { part: 'licence' },
    ],
    page: { size: 18, contrast: true, margin: 20 },
  },
};
