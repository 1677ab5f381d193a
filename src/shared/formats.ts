/** Files of names that other programs read and write. Free of zod: the window loads it. */
export const NAME_FORMATS = ['xlsx', 'csv', 'tbx', 'tbx2', 'omegat', 'tmx', 'lpf', 'lp-tsv', 'skos'] as const;
export type NameFormat = (typeof NAME_FORMATS)[number];

/** Those that can be read too. */
export const READ_FORMATS = ['xlsx', 'csv', 'tbx', 'tbx2', 'omegat', 'lpf', 'lp-tsv'] as const;
export type ReadFormat = (typeof READ_FORMATS)[number];
