/** One package's licence, from the files that it was published with. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { copyrightOf } from './font.ts';

export interface Licence {
  name: string;
  version: string;
  /** An SPDX expression. */
  licence: string;
  text: string;
  homepage?: string;
}

const metadataSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  homepage: z.string().optional(),
  repository: z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]).optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
});
export type Metadata = z.infer<typeof metadataSchema>;

export function metadataOf(folder: string): Metadata {
  return metadataSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
}

/** @throws where no licence is named, or its text is not there */
export function licenceOf(folder: string): Licence {
  const { name, version, license, homepage, repository } = metadataOf(folder);
  if (license === undefined) throw new Error(`${name} ${version} names no licence.`);
  const files = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|copyright|notice)/i.test(file))
    .sort();
  const texts = files.map((file) => tidy(readFileSync(join(folder, file), 'utf8')));
  // Vite's licence, and then those of what Vite itself is built from, which is not shipped.
  const text =
    texts
      .join('\n\n')
      .replace(/\n# Licenses of bundled dependencies[\s\S]*/, '')
      .trim() || publishedElsewhere(name);
  if (text === '') throw new Error(`${name} ${version} comes without the text of its licence (${license}).`);
  const address = webAddress(homepage ?? repository);
  return {
    name,
    version,
    licence: license,
    text: withHolder(folder, text),
    ...(address && { homepage: address }),
  };
}

/** The text from its repository, where a package is published without. */
function publishedElsewhere(name: string): string {
  const file = join(import.meta.dirname, 'texts', `${name}.txt`);
  return existsSync(file) ? tidy(readFileSync(file, 'utf8')) : '';
}

/** Fontsource names Google for every font; the fonts themselves know better. */
function withHolder(folder: string, text: string): string {
  const [font] = globSync('files/*-latin-400-normal.woff2', { cwd: folder });
  const holder = font && copyrightOf(readFileSync(join(folder, font)));
  return holder ? text.replace(/^Google Inc\.$/m, holder) : text;
}

export function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

/** As npm writes repositories: an address for git, or `owner/name` for GitHub. */
export function webAddress(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  if (/^[\w.-]+\/[\w.-]+$/.test(written)) return `https://github.com/${written}`;
  const plain = written
    .replace(/^git\+/, '')
    .replace(/^git@([^:]+):/, 'https://$1/')
    .replace(/^(?:git|http|ssh):\/\//, 'https://')
    .replace(/\.git$/, '')
    .replace(/#readme$/, '');
  return plain.startsWith('https://') ? plain : undefined;
}
