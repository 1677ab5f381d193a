/** Documents made for the reader, held in memory under names nobody can guess until they are fetched. */
import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';

export interface Download {
  bytes: Uint8Array;
  /** What the browser is to call the file. */
  name: string;
  mediaType: string;
}

export interface Downloads {
  /** Returns the path that it can be fetched from, once. */
  offer(download: Download): string;
  /** @param path as from `offer` */
  peek(path: string): Download | undefined;
  take(path: string): Download | undefined;
}

const KEPT_FOR = 5 * 60_000;
/** A document that nobody fetched makes room for the next ones. */
const KEPT_AT_MOST = 8;

export function createDownloads(): Downloads {
  const held = new Map<string, Download>();
  return {
    offer(download) {
      const path = `/made/${randomBytes(16).toString('base64url')}${extname(download.name)}`;
      held.set(path, download);
      for (const oldest of held.keys()) {
        if (held.size <= KEPT_AT_MOST) break;
        held.delete(oldest);
      }
      setTimeout(() => held.delete(path), KEPT_FOR).unref();
      return path;
    },
    peek: (path) => held.get(path),
    take(path) {
      const download = held.get(path);
      held.delete(path);
      return download;
    },
  };
}

/** RFC 6266: a plain name for old programs, and the real one, percent-encoded as RFC 5987 has it. */
export function contentDisposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w. -]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
